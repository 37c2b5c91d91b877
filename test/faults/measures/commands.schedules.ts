import type { AppError, DraftPlace, Mode } from '../../../preload/contract';
import { ControlRefusal } from '../../../main/practice/control/practice-control';
import { placeNow } from '../../../renderer/domain/modes/composing';
import { useChatsStore } from '../../../renderer/stores/chats.store';
import { useDraftsStore } from '../../../renderer/stores/drafts.store';
import { useSendingStore } from '../../../renderer/stores/sending.store';
import type { Measure } from '../measure';
import { playInShards, type CaseRange } from '../shards';
import { add, emptyTally, noteFailure, type Tally } from '../tally';
import { caseSeed, Chance } from '../world/chance';
import { ChatScene } from '../world/chat-scene';
import { exchangeFaultKinds, type ExchangeFaultKind, type Step } from '../world/exchange-faults';
import { judge } from '../world/oracle';

const modes: readonly Mode[] = ['monitor', 'coach', 'bargeIn'];
const visibilityOf = { monitor: 'Supervisors', coach: 'Agents', bargeIn: 'All' } as const;
const settleMs = 100_000;

type Deed =
  | { readonly does: 'switch'; readonly to: Mode }
  | { readonly does: 'send'; readonly text: string }
  | { readonly does: 'leave' };

const lostNotification: ExchangeFaultKind = {
  name: 'missing notification',
  make: () => ({
    does: 'rewrite',
    rewrite: (messages) => messages.filter(({ channel }) => channel.startsWith('/meta/')),
  }),
};
const named = (name: string): ExchangeFaultKind => {
  const kind = exchangeFaultKinds.find((one) => one.name === name);
  if (kind === undefined) throw new Error(`no such fault: ${name}`);
  return kind;
};
const onCommand = [
  'slow',
  'hang before the work',
  'hang after the work',
  'reset before the body',
  'reset in the body',
  'reset before the server read it',
  '504 after the work',
  'truncated JSON',
  '401',
  '403 CSRF',
  '403',
  '500',
  '503 with Retry-After',
  'refused',
].map(named);
const onStateChange = [
  lostNotification,
  named('slow'),
  named('reordered batch'),
  named('duplicate batch'),
  named('reset before the body'),
];

interface Outcome {
  readonly effects: number;
  readonly commands: number;
  readonly problems: readonly string[];
}

/** One command, clicked once or twice, under any faults; then the result is compared with the floor. */
async function playSchedule(seed: number): Promise<Outcome> {
  const chance = new Chance(seed);
  const from = chance.pick(modes);
  const scene = await ChatScene.open(seed, from);
  try {
    const deed = chooseDeed(chance, from);
    const commands = new Set<string>();
    const settled: (AppError | null)[] = [];
    scene.world.console.floorStore.subscribe(({ changes }) => {
      for (const change of changes) {
        if (change.type === 'commandPending') commands.add(change.command.requestId);
        if (change.type === 'commandSettled') settled.push(change.error);
      }
    });
    brewTrouble(scene, chance);
    type(scene, deed, from);
    click(scene, deed, from);
    if (chance.happens(0.5)) {
      if (chance.happens(0.5)) await scene.world.clock.run(1);
      click(scene, deed, from);
    }
    await scene.world.clock.run(chance.between(0, 4_000));
    if (chance.happens(0.2)) conflict(scene, chance);
    await scene.world.clock.run(20_000);
    scene.world.clearSky();
    for (let waited = 0; waited < settleMs; waited += 1_000) {
      scene.world.keepSignedIn();
      await scene.world.clock.run(1_000);
      if (waited > 12_000 && isSettled(scene)) break;
    }
    return {
      effects: effectsOf(scene, deed),
      commands: commands.size,
      problems: problemsOf(scene, { deed, commands, settled }),
    };
  } finally {
    scene.close();
  }
}

function chooseDeed(chance: Chance, from: Mode): Deed {
  if (chance.happens(0.15)) return { does: 'leave' };
  if (from !== 'monitor' && chance.happens(0.5))
    return { does: 'send', text: `said once ${String(chance.below(1e9))}` };
  return { does: 'switch', to: chance.pick(modes.filter((mode) => mode !== from)) };
}

function brewTrouble({ world }: ChatScene, chance: Chance): void {
  const brew = (kind: ExchangeFaultKind, step: Step): void => {
    world.brew(kind, { steps: [step], forMs: 15_000, times: chance.pick([1, 1, 2]) });
  };
  if (chance.happens(0.75)) brew(chance.pick(onCommand), 'operation');
  if (chance.happens(0.4)) brew(chance.pick(onStateChange), 'connect');
  if (chance.happens(0.12)) world.floor.sessions.renewTokens();
  if (chance.happens(0.1)) world.floor.sessions.forgetAll();
  if (chance.happens(0.1)) world.floor.bayeux.forgetSessions();
}

function type(scene: ChatScene, deed: Deed, composedIn: Mode): void {
  const place = fieldOf(scene, composedIn);
  if (deed.does === 'send' && place !== null) useDraftsStore().write({ ...place, text: deed.text });
}

/** Through the window's stores, which show the pending command and refuse a second one. */
function click(scene: ChatScene, deed: Deed, composedIn: Mode): void {
  const chats = useChatsStore();
  if (deed.does === 'switch') void chats.switchMode(scene.chatId, deed.to);
  else if (deed.does === 'leave') void chats.leave(scene.chatId);
  else {
    const place = fieldOf(scene, composedIn);
    // A text leaves its field with the first click; the second finds the field empty.
    const text = place === null ? '' : useDraftsStore().textOf(place);
    if (place !== null && text !== '') void useSendingStore().send({ ...place, text });
  }
}

function fieldOf({ chatId }: ChatScene, composedIn: Mode): DraftPlace | null {
  const drawn = useChatsStore().chats.get(chatId);
  if (drawn === undefined) return null;
  return placeNow(drawn, composedIn, composedIn === 'bargeIn' ? 'everyone' : 'agents');
}

function conflict({ world, chatId }: ChatScene, chance: Chance): void {
  try {
    world.floor.control[chance.pick(['endChat', 'customerLeaves', 'transferToQueue'] as const)]({ chatId });
  } catch (cause) {
    if (!(cause instanceof ControlRefusal)) throw cause;
  }
}

function isSettled({ world }: ChatScene): boolean {
  const { floorStore } = world.console;
  return (
    floorStore.snapshot().pending.length === 0 &&
    floorStore.connection.phase === 'live' &&
    judge(world, new Set()).differences.length === 0
  );
}

/** Counted in the contact centre's own log. */
function effectsOf({ chat, party, world }: ChatScene, deed: Deed): number {
  const own = chat.log.filter(({ from }) => from.participantId === party.participantId);
  if (deed.does === 'send') return own.filter(({ text }) => text === deed.text).length;
  if (deed.does === 'leave') return world.floor.carriedOut.filter(({ operation }) => operation === 'Leave').length;
  return own.filter(({ type, visibility }) => type === 'ParticipantRejoined' && visibility === visibilityOf[deed.to])
    .length;
}

function problemsOf(
  scene: ChatScene,
  { deed, commands, settled }: { deed: Deed; commands: ReadonlySet<string>; settled: readonly (AppError | null)[] },
): readonly string[] {
  const { world } = scene;
  const problems = [...judge(world, new Set()).differences];
  const effects = effectsOf(scene, deed);
  if (world.console.floorStore.snapshot().pending.length > 0) problems.push('a command never settled');
  if (commands.size > 1) problems.push('two clicks were two commands');
  const [outcome] = settled;
  const isChatOver = scene.party.state !== 'Chatting';
  if (outcome === null && effects !== 1 && !(deed.does === 'leave' && isChatOver))
    problems.push(`reported as done, with ${effects} effects`);
  const isRefusal =
    outcome !== null && outcome !== undefined && /refused|forbidden|notOffered|busy|notFound/.test(outcome.code);
  if (isRefusal && effects > 0) problems.push(`refused with ${outcome.code}, but executed`);
  return problems;
}

export async function playCases({ seed, from, to }: CaseRange): Promise<Tally> {
  const tally = emptyTally();
  for (let position = from; position < to; position += 1) {
    const own = caseSeed(seed, position);
    const { effects, commands, problems } = await playSchedule(own);
    tally.cases += 1;
    add(tally, 'effects', effects);
    add(tally, 'repeated', Math.max(0, effects - 1));
    add(tally, 'right', problems.length === 0 ? 1 : 0);
    tally.sums['most'] = Math.max(tally.sums['most'] ?? 0, effects);
    if (effects > 1 || problems.length > 0)
      noteFailure(tally, { seed: own, what: JSON.stringify({ effects, commands, problems }) });
  }
  return tally;
}

export const measure: Measure = {
  name: 'commands.schedules',
  goal: 'at most 1 effect per command',
  run: async ({ seed, short, report }) => {
    const tally = await playInShards(import.meta.url, seed, short ? 120 : 2_000);
    const { effects = 0, repeated = 0, right = 0 } = tally.sums;
    report(`${tally.cases} schedules, ${effects} effects`);
    for (const failure of tally.failures) report(`schedule ${failure.seed}: ${failure.what}`);
    return [
      {
        name: 'commands.schedules',
        value: repeated,
        goal: '0 effects beyond one per command',
        pass: repeated === 0 && effects > 0,
      },
      {
        name: 'commands.finalStates',
        value: `${((100 * right) / tally.cases).toFixed(2)} %`,
        goal: '100 %',
        pass: right === tally.cases,
      },
    ];
  },
};

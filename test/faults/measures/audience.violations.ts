import type { Chat, DraftPlace, Mode } from '../../../preload/contract';
import { switchMode } from '../../../main/practice/contact-centre/supervising';
import type { Mode as ServerMode } from '../../../main/practice/contact-centre/model';
import { placeFor, placeNow } from '../../../renderer/domain/modes/composing';
import type { Audience } from '../../../renderer/domain/modes/readers';
import { useChatsStore } from '../../../renderer/stores/chats.store';
import { usePendingCommandsStore } from '../../../renderer/stores/pending-commands.store';
import { useSendingStore } from '../../../renderer/stores/sending.store';
import type { Measure } from '../measure';
import { playInShards, type CaseRange } from '../shards';
import { add, emptyTally, noteFailure, type Tally } from '../tally';
import { caseSeed, Chance } from '../world/chance';
import { ChatScene } from '../world/chat-scene';
import { exchangeFaultKinds } from '../world/exchange-faults';

/** A monitor cannot write, so that mode is drawn less often. */
const modes: readonly Mode[] = ['monitor', 'coach', 'coach', 'bargeIn', 'bargeIn'];
const serverModes: readonly ServerMode[] = ['Monitor', 'Coach', 'Coach', 'BargeIn', 'BargeIn'];
const bad = exchangeFaultKinds.filter(({ name }) =>
  ['slow', 'reordered batch', 'stale event after the snapshot', 'duplicate batch', 'reset before the body'].includes(
    name,
  ),
);

/** With fewer, the measure would only show that messages are refused, not that readers are distinguished. */
const letThroughGoal = 2 / 3;

/** The readers that the composer showed when the message was sent. */
interface Named {
  readonly text: string;
  readonly mayCustomerRead: boolean;
}

interface Outcome {
  /** Messages without typing indicators. */
  readonly asked: number;
  readonly read: number;
  readonly violations: readonly string[];
}

/**
 * Types, sends and switches in any order, with the mode also switched from another session and events late and out of order. Most texts
 * come from a drawn composer. Some name one audience and request another, or were begun in another mode.
 */
async function playInterleaving(seed: number): Promise<Outcome> {
  const chance = new Chance(seed);
  const scene = await ChatScene.open(seed, chance.pick(modes));
  const named: Named[] = [];
  try {
    let composedIn = scene.world.console.floorStore.chat(scene.chatId)?.mode ?? 'monitor';
    const acts = chance.between(6, 18);
    for (let act = 0; act < acts; act += 1) {
      if (chance.happens(0.3))
        scene.world.brew(chance.pick(bad), { steps: [chance.pick(['connect', 'operation'])], forMs: 6_000, times: 1 });
      // A draft is bound to the mode in which it was begun; the composer is sometimes drawn again.
      if (chance.happens(0.4)) composedIn = useChatsStore().chats.get(scene.chatId)?.mode ?? composedIn;
      step(scene, chance, { composedIn, named });
      await scene.world.clock.run(chance.pick([0, 0, 3, 20, 150, 1_500]));
    }
    scene.world.clearSky();
    await scene.world.clock.run(15_000);
    return judged(scene, named);
  } finally {
    scene.close();
  }
}

interface Draft {
  readonly composedIn: Mode;
  readonly named: Named[];
}

/** The target of the text and the readers that the composer shows. */
interface Composed {
  readonly place: DraftPlace;
  readonly composedIn: Mode;
  readonly to: Audience;
  readonly mayCustomerRead: boolean;
}

/** `null`: no composer is drawn, or it does not send during a mode change. */
function composed(drawn: Chat, chance: Chance, begunIn: Mode): Composed | null {
  if (chance.happens(0.88)) {
    const to = drawn.mode === 'bargeIn' && chance.happens(0.7) ? 'everyone' : 'agents';
    const place = placeFor(drawn, to);
    const isChanging = usePendingCommandsStore().pendingFor({ chatId: drawn.id, kinds: modes }) !== undefined;
    return place === null || isChanging
      ? null
      : { place, composedIn: place.mode, to, mayCustomerRead: to === 'everyone' };
  }
  const to = chance.pick(['everyone', 'agents'] as const);
  // Only a barged-in composer that does not whisper names the customer.
  const mayCustomerRead = begunIn === 'bargeIn' && to === 'everyone';
  return { place: placeNow(drawn, begunIn, to), composedIn: begunIn, to, mayCustomerRead };
}

function step(scene: ChatScene, chance: Chance, { composedIn: begunIn, named }: Draft): void {
  const { chatId, world, chat, party } = scene;
  const chats = useChatsStore();
  const drawn = chats.chats.get(chatId);
  const now = drawn === undefined ? null : composed(drawn, chance, begunIn);
  chance.weighted<() => void>([
    [
      9,
      () => {
        if (now === null) return;
        const text = `words ${String(world.nextNumber())}`;
        named.push({ text, mayCustomerRead: now.mayCustomerRead });
        void useSendingStore().send({ ...now.place, text });
      },
    ],
    [
      4,
      () => {
        if (now === null) return;
        const { composedIn, to, mayCustomerRead } = now;
        named.push({ text: typingMark(mayCustomerRead), mayCustomerRead });
        chats.typing({ chatId, composedIn, to, isTyping: chance.happens(0.7) });
      },
    ],
    [2, () => void chats.switchMode(chatId, chance.pick(modes))],
    [1, () => void switchMode(world.floor.centre, chat, party, chance.pick(serverModes))],
    [
      1,
      () => {
        world.floor.control.customerSays({ chatId, text: `customer ${String(world.nextNumber())}` });
      },
    ],
  ])();
}

const typingMark = (mayCustomerRead: boolean): string => (mayCustomerRead ? 'typing to everyone' : 'typing to agents');

/** Compares what the practice server delivered to the customer with what the composer named. */
function judged({ world, chat, party }: ChatScene, named: readonly Named[]): Outcome {
  const seen = world.floor.control.seenBy({ chatId: chat.id, party: 'customer' }).messages;
  const violations: string[] = [];
  const whispered = new Set(named.flatMap(({ text, mayCustomerRead }) => (mayCustomerRead ? [] : [text])));
  for (const { text } of seen) if (text !== null && whispered.has(text)) violations.push(`the customer read "${text}"`);
  const signs = chat.log.filter(
    ({ type, from }) => type.startsWith('Typing') && from.participantId === party.participantId,
  );
  const wideSigns = signs.filter(({ visibility }) => visibility === 'All').length;
  const namedWide = named.filter(({ text }) => text === typingMark(true)).length;
  if (wideSigns > namedWide) violations.push(`${wideSigns - namedWide} typing signs reached the customer`);
  const own = chat.log.filter(({ type, from }) => type === 'Text' && from.participantId === party.participantId);
  for (const { text, visibility } of own) {
    if (visibility === 'All' && text !== null && whispered.has(text)) violations.push(`"${text}" went out to everyone`);
  }
  const asked = named.filter(({ text }) => !text.startsWith('typing')).length;
  return { asked, read: own.length, violations };
}

export async function playCases({ seed, from, to }: CaseRange): Promise<Tally> {
  const tally = emptyTally();
  for (let position = from; position < to; position += 1) {
    const own = caseSeed(seed, position);
    const { asked, read, violations } = await playInterleaving(own);
    tally.cases += 1;
    add(tally, 'asked', asked);
    add(tally, 'read', read);
    add(tally, 'violations', violations.length);
    if (violations.length > 0) noteFailure(tally, { seed: own, what: violations.join('; ') });
  }
  return tally;
}

const goal = '0, two thirds of the messages let through';

export const measure: Measure = {
  name: 'audience.violations',
  goal,
  run: async ({ seed, short, report }) => {
    const tally = await playInShards(import.meta.url, seed, short ? 250 : 5_000);
    const { asked = 0, read = 0, violations = 0 } = tally.sums;
    const letThrough = `${read} of ${asked} messages let through`;
    report(`${tally.cases} interleavings, ${letThrough}`);
    for (const failure of tally.failures) report(`interleaving ${failure.seed}: ${failure.what}`);
    const pass = violations === 0 && read >= letThroughGoal * asked && asked > 0;
    return [{ name: 'audience.violations', value: `${violations}, ${letThrough}`, goal, pass }];
  },
};

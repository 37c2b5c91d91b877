import type { Mode } from '../../../preload/contract';
import { switchMode } from '../../../main/practice/contact-centre/supervising';
import type { Mode as ServerMode } from '../../../main/practice/contact-centre/model';
import { placeNow } from '../../../renderer/domain/composing';
import { useChatsStore } from '../../../renderer/stores/chats.store';
import { useSendingStore } from '../../../renderer/stores/sending.store';
import type { Measure } from '../measure';
import { playInShards, type CaseRange } from '../shards';
import { add, emptyTally, noteFailure, type Tally } from '../tally';
import { caseSeed, Chance } from '../world/chance';
import { ChatScene } from '../world/chat-scene';
import { exchangeFaultKinds } from '../world/exchange-faults';

const modes: readonly Mode[] = ['monitor', 'coach', 'bargeIn'];
const serverModes: readonly ServerMode[] = ['Monitor', 'Coach', 'BargeIn'];
const bad = exchangeFaultKinds.filter(({ name }) =>
  ['slow', 'reordered batch', 'stale event after the snapshot', 'duplicate batch', 'reset before the body'].includes(
    name,
  ),
);

/** What the composer said at the moment of sending: who would read it. */
interface Named {
  readonly text: string;
  readonly mayCustomerRead: boolean;
}

interface Outcome {
  readonly sent: number;
  readonly read: number;
  readonly violations: readonly string[];
}

/**
 * Types, sends and switches in any order, with the mode also switched from another desk, news late and out of order, and
 * now and then a window that names one audience and asks for another.
 */
async function playInterleaving(seed: number): Promise<Outcome> {
  const chance = new Chance(seed);
  const scene = await ChatScene.open(seed, chance.pick(modes));
  const named: Named[] = [];
  try {
    let composedIn = scene.world.console.truth.chat(scene.chatId)?.mode ?? 'monitor';
    const acts = chance.between(6, 18);
    for (let act = 0; act < acts; act += 1) {
      if (chance.happens(0.3))
        scene.world.brew(chance.pick(bad), { steps: [chance.pick(['connect', 'operation'])], forMs: 6_000, times: 1 });
      // A draft is bound to the mode it was begun in; the composer is drawn anew now and then.
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

function step(scene: ChatScene, chance: Chance, draft: { composedIn: Mode; named: Named[] }): void {
  const { chatId, world, chat, party } = scene;
  const chats = useChatsStore();
  const { composedIn, named } = draft;
  const usual = composedIn === 'bargeIn' && chance.happens(0.7) ? 'everyone' : 'agents';
  const to = chance.happens(0.3) ? chance.pick(['everyone', 'agents'] as const) : usual;
  // Only a barged-in composer that does not whisper ever names the customer.
  const mayCustomerRead = composedIn === 'bargeIn' && to === 'everyone';
  chance.weighted<() => void>([
    [
      4,
      () => {
        const text = `words ${String(world.nextNumber())}`;
        named.push({ text, mayCustomerRead });
        const drawn = chats.chats.get(chatId);
        if (drawn !== undefined) void useSendingStore().send({ ...placeNow(drawn, composedIn, to), text });
      },
    ],
    [
      3,
      () => {
        named.push({ text: typingMark(mayCustomerRead), mayCustomerRead });
        chats.typing({ chatId, composedIn, to, isTyping: chance.happens(0.7) });
      },
    ],
    [4, () => void chats.switchMode(chatId, chance.pick(modes))],
    [2, () => void switchMode(world.floor.centre, chat, party, chance.pick(serverModes))],
    [
      1,
      () => {
        world.floor.control.customerSays({ chatId, text: `customer ${String(world.nextNumber())}` });
      },
    ],
  ])();
}

const typingMark = (mayCustomerRead: boolean): string => (mayCustomerRead ? 'typing to everyone' : 'typing to agents');

/** What the practice floor put before the customer, against what the composer had named. */
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
  return { sent: named.length, read: own.length, violations };
}

export async function playCases({ seed, from, to }: CaseRange): Promise<Tally> {
  const tally = emptyTally();
  for (let position = from; position < to; position += 1) {
    const own = caseSeed(seed, position);
    const { sent, read, violations } = await playInterleaving(own);
    tally.cases += 1;
    add(tally, 'sent', sent);
    add(tally, 'read', read);
    add(tally, 'violations', violations.length);
    if (violations.length > 0) noteFailure(tally, { seed: own, what: violations.join('; ') });
  }
  return tally;
}

export const measure: Measure = {
  name: 'audience.violations',
  goal: '0',
  run: async ({ seed, short, report }) => {
    const tally = await playInShards(import.meta.url, seed, short ? 250 : 5_000);
    const { sent = 0, read = 0, violations = 0 } = tally.sums;
    report(
      `${tally.cases} interleavings, ${sent} messages and typing signs asked for, ${read} messages let through and read`,
    );
    for (const failure of tally.failures) report(`interleaving ${failure.seed}: ${failure.what}`);
    return [{ name: 'audience.violations', value: violations, goal: '0', pass: violations === 0 && read > 0 }];
  },
};

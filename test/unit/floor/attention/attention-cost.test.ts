import { expect, it } from 'vitest';
import type { AttentionChange } from '../../../../main/floor/attention/attention-results';
import { AttentionEngine, type AttentionSource } from '../../../../main/floor/attention/attention-engine';
import { listeningFor } from '../../../../main/floor/attention/listening';
import type { ChangeBatch } from '../../../../main/floor/change-feed';
import type { Chat, TranscriptEntry, Transcript } from '../../../../preload/contract';
import { agentFor, chatFor, line, settingsWith, watchingFor, start } from '../../../support/floor/attention-views';
import { floorOf } from '../../../support/electron/floor-pictures';
import { VirtualClock } from '../../../support/virtual-clock';

/** A floor of many long chats that counts how often parts of a transcript are read. */
class CountingFloor implements AttentionSource {
  reads = 0;
  readonly published: AttentionChange[] = [];
  readonly chats: Chat[] = [];
  readonly #transcripts = new Map<string, TranscriptEntry[]>();
  #listener: ((batch: ChangeBatch) => void) | null = null;

  constructor(chatCount: number, length: number) {
    for (let chat = 0; chat < chatCount; chat += 1) {
      const id = `chat-${String(chat)}`;
      this.chats.push(chatFor({ id }));
      const entries = Array.from({ length }, (_, place) => this.#counted(place));
      this.#transcripts.set(id, entries);
    }
  }

  snapshot: AttentionSource['snapshot'] = () => {
    const transcripts = [...this.#transcripts].map(([chatId, entries]): Transcript => ({
      chatId,
      entries,
      gaps: [],
      typing: [],
    }));
    return floorOf({ chats: this.chats, transcripts, agents: [agentFor()] });
  };
  entries: AttentionSource['entries'] = (chatId) => this.#transcripts.get(chatId) ?? [];
  subscribe: AttentionSource['subscribe'] = (listener) => ((this.#listener = listener), () => undefined);
  putAttention: AttentionSource['putAttention'] = (changes) => void this.published.push(...changes);

  begin(chat: Chat): void {
    this.chats.push(chat);
    this.#transcripts.set(chat.id, []);
    this.#listener?.({ epoch: 1, changes: [{ type: 'chatChanged', chat }] });
  }

  say(chatId: string): void {
    const entries = this.#transcripts.get(chatId) ?? [];
    const entry = this.#counted(entries.length);
    this.#transcripts.set(chatId, [...entries, entry]);
    this.#listener?.({ epoch: 1, changes: [{ type: 'entriesAdded', chatId, entries: [entry] }] });
  }

  #counted(place: number): TranscriptEntry {
    const read = (): void => void (this.reads += 1);
    return new Proxy(line(place % 3 === 0 ? 'customer' : 'agent', place, `line ${String(place)}`), {
      get: (target, key) => (read(), Reflect.get(target, key) as unknown),
    });
  }
}

it.each([
  [5, 20],
  [60, 500],
])('costs one entry per new entry, with %i chats of %i entries', (chatCount, length) => {
  const floor = new CountingFloor(chatCount, length);
  const clock = new VirtualClock();
  const engine = new AttentionEngine({
    floorStore: floor,
    clock,
    settings: settingsWith(),
    pause: () => Promise.resolve(),
  });
  clock.advance(1_000);
  floor.reads = 0;
  for (let event = 0; event < 100; event += 1) floor.say(`chat-${String(event % chatCount)}`);
  const perLine = floor.reads / 100;
  clock.advance(10_000);
  expect(perLine).toBeLessThan(40);
  // The tick reads only traces.
  expect(floor.reads / 100).toBe(perLine);
  engine.dispose();
});

it('processes a whole floor in turns and keeps the published reasons of waiting chats', () => {
  const floor = new CountingFloor(30, 100);
  const clock = new VirtualClock();
  clock.advance(110 * 1_000 + (start - clock.now()));
  const settings = settingsWith({ customerWaiting: { threshold: 1, hotThreshold: null } });
  const { phrases } = watchingFor('line');
  listeningFor(settings.phrases).prepare(Infinity);
  listeningFor(phrases).prepare(Infinity);
  const engine = new AttentionEngine({ floorStore: floor, clock, settings, pause: () => Promise.resolve() });
  expect(floor.published).toHaveLength(3);
  const readsOfOneTurn = floor.reads;
  for (let said = 0; said < 3; said += 1) floor.say('chat-29');
  expect(floor.published).toHaveLength(3);
  clock.advance(10);
  expect(new Set(floor.published.map(({ chatId }) => chatId)).size).toBe(30);
  expect(floor.published.every(({ attention }) => attention?.reasons[0]?.rule === 'customerWaiting')).toBe(true);
  expect(floor.reads / readsOfOneTurn).toBeCloseTo(10, 0);

  floor.published.length = 0;
  engine.settingsChanged({ ...settings, phrases });
  expect(floor.published).toHaveLength(3);
  clock.advance(10);
  expect(floor.published).toHaveLength(30);
  expect(floor.published.every(({ attention }) => attention?.reasons.some(({ rule }) => rule === 'watchedWords'))).toBe(
    true,
  );
  engine.dispose();
});

/** Phrases that no test before has prepared. */
function withNewPhrases(floorStore: AttentionSource) {
  const clock = new VirtualClock();
  clock.advance(110 * 1_000 + (start - clock.now()));
  const others = settingsWith({ customerWaiting: { threshold: 1, hotThreshold: null } });
  const settings = { ...others, phrases: { ...others.phrases } };
  return { clock, engine: new AttentionEngine({ floorStore, clock, settings, pause: () => Promise.resolve() }) };
}

it('prepares new phrases in turns before it reads', () => {
  const floor = new CountingFloor(30, 100);
  const { clock, engine } = withNewPhrases(floor);
  clock.advance(10);
  expect(floor.published).toHaveLength(0);
  clock.advance(50);
  expect(new Set(floor.published.map(({ chatId }) => chatId)).size).toBe(30);
  engine.dispose();
});

it('prepares no phrases while there is no chat, and waits for them with the first one', () => {
  const floor = new CountingFloor(0, 0);
  const { clock, engine } = withNewPhrases(floor);
  expect(clock.waiting).toEqual([]);
  const chat = chatFor({ id: 'chat-0' });
  floor.begin(chat);
  floor.say(chat.id);
  expect(floor.published).toEqual([]);
  clock.advance(60);
  expect(floor.published.map(({ chatId }) => chatId)).toEqual([chat.id]);
  engine.dispose();
});

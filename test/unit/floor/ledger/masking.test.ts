import { expect, it } from 'vitest';
import type { FloorChange } from '../../../../preload/contract';
import type { EntryUpdate } from '../../../../main/floor/events';
import { FloorStore } from '../../../../main/floor/floor-store';
import { createLogger } from '../../../../main/base/log';
import { VirtualClock } from '../../../support/virtual-clock';

const entry = (index: number, text: string): EntryUpdate => ({
  ...{ index, kind: 'text', visibility: 'everyone', text, at: index },
  from: { participantId: 'c', type: 'customer', nickname: 'Kim', userId: null, visibility: null },
});
const card = 'Card 4111 1111 1111 1111';
const account = 'IBAN DE89 3704 0044 0532 0130 00';

/** A floor with one chat, whose first message and one field have a number each. */
function maskableFloor() {
  const mask = { isOn: true };
  const store = new FloorStore(
    new VirtualClock(),
    createLogger('floor', () => undefined),
    () => mask.isOn,
  );
  const customerData = [
    { key: 'Plan', value: 'gold' },
    { key: 'Account', value: 'DE89370400440532013000' },
  ];
  const chat = { chatId: '1', state: 'active', participants: [], customerData } as const;
  store.applyResync({ chats: [chat], transcripts: [{ chatId: '1', entries: [entry(1, card)] }] }, false);
  const turn = (isOn: boolean): readonly FloorChange[] => {
    mask.isOn = isOn;
    const changes: FloorChange[] = [];
    const stop = store.subscribe((batch) => changes.push(...batch.changes));
    store.applyMasking();
    stop();
    return changes;
  };
  const say = (index: number, text: string): void => {
    store.applyEvents([{ type: 'messagesReceived', chatId: '1', entries: [entry(index, text)], typing: [] }]);
  };
  const texts = (): readonly string[] => store.entries('1').map(({ text }) => text);
  return { store, say, texts, turn };
}

it('masks messages and attached data of events and of a whole read', () => {
  const { store, say, texts } = maskableFloor();
  say(2, account);
  expect(texts()).toEqual(['Card •••• 1111', 'IBAN •••• 3000']);
  expect(store.chat('1')?.customerData).toEqual([
    { key: 'Plan', value: 'gold' },
    { key: 'Account', value: '•••• 3000', isMasked: true },
  ]);
  expect(store.snapshot().transcripts[0]?.entries.map(({ text }) => text)).toEqual(texts());
});

it('keeps what the server sent for requests to the server', () => {
  const { store } = maskableFloor();
  expect(store.customerData('1')[1]).toEqual({ key: 'Account', value: 'DE89370400440532013000' });
});

it('applies to what windows already have, in both directions, and publishes only that', () => {
  const { say, texts, turn } = maskableFloor();
  say(2, 'No number');
  const shown = (changes: readonly FloorChange[]): readonly unknown[] =>
    changes.map((change) => (change.type === 'entriesAdded' ? change.entries.map(({ text }) => text) : change.type));
  expect(shown(turn(false))).toEqual(['chatChanged', [card]]);
  expect(texts()).toEqual([card, 'No number']);
  expect(shown(turn(true))).toEqual(['chatChanged', ['Card •••• 1111']]);
  expect(turn(true)).toEqual([]);
});

it('publishes a new message alone', () => {
  const { store, say } = maskableFloor();
  const changes: FloorChange[] = [];
  store.subscribe((batch) => changes.push(...batch.changes));
  say(2, account);
  expect(
    changes.flatMap((change) => (change.type === 'entriesAdded' ? change.entries : [])).map(({ index }) => index),
  ).toEqual([2]);
});

import { expect, it } from 'vitest';
import type { EntryUpdate } from '../../../main/floor/events';
import { FloorStore } from '../../../main/floor/floor-store';
import { maskedSink } from '../../../main/floor/masked-sink';
import { createLogger } from '../../../main/base/log';
import { VirtualClock } from '../../support/virtual-clock';

const entry = (index: number, text: string): EntryUpdate => ({
  ...{ index, kind: 'text', visibility: 'everyone', text, at: index },
  from: { participantId: 'c', type: 'customer', nickname: 'Kim', userId: null, visibility: null },
});

it('masks messages of events and of a whole read, while it is on', () => {
  const store = new FloorStore(
    new VirtualClock(),
    createLogger('floor', () => undefined),
  );
  let isOn = true;
  const sink = maskedSink(store, () => isOn);
  const chat = { chatId: '1', state: 'active', participants: [] } as const;
  const first = entry(1, 'Card 4111 1111 1111 1111');
  sink.applyResync({ chats: [chat], transcripts: [{ chatId: '1', entries: [first] }] }, false);
  const say = (index: number): void => {
    const entries = [entry(index, `IBAN DE89 3704 0044 0532 0130 00`)];
    sink.applyEvents([{ type: 'messagesReceived', chatId: '1', entries, typing: [] }]);
  };
  say(2);
  isOn = false;
  say(3);
  expect(store.entries('1').map(({ text }) => text)).toEqual([
    'Card •••• 1111',
    'IBAN •••• 3000',
    'IBAN DE89 3704 0044 0532 0130 00',
  ]);
});

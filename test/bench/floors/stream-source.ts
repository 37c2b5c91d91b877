/** A process with the official Bayeux server, one for each kind of client, that publishes what the parent orders. */
import process from 'node:process';
import { setImmediate as immediate, setTimeout as pause } from 'node:timers/promises';
import { createSayings } from '../../support/bench/sayings';
import { BayeuxRig } from '../../support/gws/bayeux-rig';
import { chatCount, type SourceOrder, type SourceReport, type StreamKind } from './stream-messages';

const rigs: Readonly<Record<StreamKind, BayeuxRig>> = {
  bare: await BayeuxRig.open({ timeout: 10_000 }),
  console: await BayeuxRig.open({ timeout: 10_000 }),
};
const { someText } = createSayings(11);
const texts = Array.from({ length: 500 }, someText);
const published: Record<StreamKind, number> = { bare: 0, console: 0 };

const report = (one: SourceReport): void => {
  process.send?.(one);
};

function publish(to: StreamKind): void {
  const number = published[to];
  published[to] += 1;
  const index = 2 + Math.floor(number / chatCount);
  const chatId = `chat-${String(number % chatCount)}`;
  const from = { participantId: `customer-of-${chatId}`, type: 'Customer', nickname: 'Robin' };
  const text = texts[number % texts.length] ?? '';
  rigs[to].publish({
    messageType: 'MessageLogUpdated',
    notificationType: 'NewMessages',
    chatPath: `/chats/${chatId}`,
    messages: [{ index, type: 'Text', text, visibility: 'All', from }],
  });
}

async function flow({ to, perSecond, batch, seconds }: Extract<SourceOrder, { type: 'flow' }>): Promise<number> {
  const from = performance.now();
  let sent = 0;
  for (let elapsedMs = 0; elapsedMs < seconds * 1_000; elapsedMs = performance.now() - from) {
    for (let due = (elapsedMs / 1_000) * perSecond - sent; due >= batch; due -= batch) {
      for (let place = 0; place < batch; place += 1) publish(to);
      sent += batch;
    }
    await pause(1);
  }
  return sent;
}

/** In pieces, so that the server can write responses meanwhile. */
async function flood({ to, count }: Extract<SourceOrder, { type: 'flood' }>): Promise<void> {
  for (let sent = 0; sent < count; sent += 1) {
    publish(to);
    if (sent % 500 === 0) await immediate();
  }
}

process.on('message', (order: SourceOrder) => {
  if (order.type === 'flood') {
    void flood(order).then(() => report({ type: 'sent', count: order.count }));
    return;
  }
  void flow(order).then((count) => report({ type: 'sent', count }));
});
process.once('disconnect', () => process.exit());
report({ type: 'listening', urls: { bare: rigs.bare.url, console: rigs.console.url } });

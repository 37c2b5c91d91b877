import { expect, test } from 'vitest';
import { Stage } from '../support/practice/stage';

const greeting = 'Oh, guten Tag! Gut, dass sich noch jemand kümmert.';
const thanks = 'Danke, mache ich.';

test('makes simulated people notice a real supervisor, once, each for the right audience', async () => {
  const stage = await Stage.open({ rate: 0.01 });
  const seat = await stage.seat('supervisor');
  await stage.watch(seat, 'BargeIn');
  const { chatId } = stage.floor.control.startChat({ agent: 'ana.ruiz', script: 'german-power-bill' });
  const write = (operation: string, text: string) => seat.visitor.operate(`/me/chats/${chatId}`, operation, { text });
  for (const text of ['Bitte den Zählerstand prüfen', 'Und das Foto']) await write('SendToAgents', text);
  for (const text of ['Guten Tag', 'Ich helfe gern']) await write('SendMessage', text);
  stage.advance(10_000);
  expect(stage.received(chatId, 'ana.ruiz').filter((text) => text === thanks || text === greeting)).toEqual([
    thanks,
    greeting,
  ]);
  expect(stage.received(chatId, 'customer')).toEqual(['Guten Tag', 'Ich helfe gern', greeting]);
});

test('leaves a chat unchanged that only the control interface writes in', async () => {
  const stage = await Stage.open({ rate: 0.01 });
  const seat = await stage.seat('supervisor');
  const chatId = await stage.watched(seat, 'BargeIn');
  await seat.visitor.operate(`/me/chats/${chatId}`, 'SendMessage', { text: 'Hello' });
  stage.advance();
  expect(stage.received(chatId, 'customer')).toEqual(['Hello']);
});

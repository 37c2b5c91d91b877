import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hasMessage, messagesIn, Stage } from '../support/practice/stage';

describe('who receives what', () => {
  test.each([
    ['Coach', 'SendToAgents', ['supervisor', 'ana.ruiz', 'omar.haddad']],
    ['BargeIn', 'SendToAgents', ['supervisor', 'ana.ruiz', 'omar.haddad']],
    ['BargeIn', 'SendMessage', ['supervisor', 'ana.ruiz', 'omar.haddad', 'customer']],
  ] as const)('%s, %s: delivers to %j', async (mode, operation, listeners) => {
    const stage = await Stage.open();
    const [seat, ana, other] = [
      await stage.seat('supervisor'),
      await stage.seat('ana.ruiz'),
      await stage.seat('omar.haddad'),
    ];
    await stage.watch(other, 'Monitor');
    const chatId = await stage.watched(seat, mode);
    expect((await seat.visitor.operate(`/me/chats/${chatId}`, operation, { text: 'a word' })).body).toEqual({
      statusCode: 0,
    });
    for (const { stream } of [seat, ana, other]) await stream.next('the word', hasMessage('Text', 'a word'));
    const received = ['supervisor', 'ana.ruiz', 'omar.haddad', 'customer'].filter((party) =>
      stage.received(chatId, party).includes('a word'),
    );
    expect(received).toEqual(listeners);
  });

  test.each([
    ['Monitor', 'SendMessage'],
    ['Monitor', 'SendToAgents'],
    ['Monitor', 'SendStartTypingToAgentsNotification'],
    ['Monitor', 'SendCustomNotice'],
    ['Coach', 'SendMessage'],
    ['Coach', 'SendStartTypingNotification'],
    ['Coach', 'SendCustomNotice'],
  ] as const)('%s may not %s, whatever the capabilities list', async (mode, operation) => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = await stage.watched(seat, mode);
    const before = stage.seen(chatId, 'supervisor').messages.length;
    const { status, body } = await seat.visitor.operate(`/me/chats/${chatId}`, operation, {
      text: 'x',
      noticeText: 'x',
    });
    expect([status, body['statusCode']]).toEqual([403, 3]);
    expect(stage.seen(chatId, 'supervisor').messages).toHaveLength(before);
  });

  test.each([
    ['SendStartTypingNotification', 'TypingStarted', 'All'],
    ['SendStopTypingNotification', 'TypingStopped', 'All'],
    ['SendStartTypingToAgentsNotification', 'TypingStarted', 'Agents'],
    ['SendStopTypingToAgentsNotification', 'TypingStopped', 'Agents'],
  ] as const)('%s is sent as %s in the numbered log, for %s', async (operation, type, visibility) => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = await stage.watched(seat, 'BargeIn');
    await seat.visitor.operate(`/me/chats/${chatId}`, operation);
    const [message] = messagesIn(await seat.stream.next(type, hasMessage(type)));
    expect(message).toMatchObject({ type, visibility, index: 4 });
    expect(stage.seen(chatId, 'customer').messages.some((seen) => seen.type === type)).toBe(visibility === 'All');
  });

  test.each([
    ['SendCustomNotice', 'All', true],
    ['SendCustomNoticeToAgents', 'Agents', false],
  ] as const)('%s carries noticeText, for %s', async (operation, visibility, isForCustomer) => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = await stage.watched(seat, 'BargeIn');
    await seat.visitor.operate(`/me/chats/${chatId}`, operation, { noticeText: 'look' });
    const [message] = messagesIn(await seat.stream.next('notice', hasMessage('CustomNotice')));
    expect(message).toMatchObject({ noticeText: 'look', visibility });
    expect(message).not.toHaveProperty('text');
    expect(stage.seen(chatId, 'customer').messages.some(({ text }) => text === 'look')).toBe(isForCustomer);
  });

  test('leaves gaps in the numbers for those who may not read hidden entries', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = await stage.watched(seat, 'Monitor');
    stage.floor.control.agentSays({ chatId, text: 'psst', audience: 'Agents' });
    stage.floor.control.customerSays({ chatId, text: 'hm?' });
    const numbers = (party: string) => stage.seen(chatId, party).messages.map(({ index }) => index);
    expect(numbers('supervisor')).toEqual([1, 2, 3, 4, 5]);
    expect(numbers('ana.ruiz')).toEqual([1, 2, 4, 5]);
    expect(numbers('customer')).toEqual([1, 2, 5]);
  });

  test('delivers nothing to a customer who has left', async () => {
    const stage = await Stage.open();
    const ana = await stage.seat('ana.ruiz');
    const chatId = stage.chat();
    stage.floor.control.customerLeaves({ chatId });
    const { body } = await ana.visitor.operate(`/me/chats/${chatId}`, 'SendMessage', { text: 'still there?' });
    expect(body['statusCode']).toBe(2);
  });

  test('delivers every language unchanged', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = await stage.watched(seat, 'BargeIn');
    const words = ['Grüße aus Köln', 'السلام عليكم', 'ありがとうございます', '👩🏽‍🎤🍋', '<b>&amp;</b>', 'a\nb\tc'];
    for (const text of words) await seat.visitor.operate(`/me/chats/${chatId}`, 'SendMessage', { text });
    for (const text of words) await seat.stream.next(text, hasMessage('Text', text));
    expect(stage.received(chatId, 'customer')).toEqual(words);
  });
});

type Act = readonly [who: 'supervisor' | 'ana.ruiz', operation: string];
const acts: readonly Act[] = [
  ['supervisor', 'SwitchToMonitor'],
  ['supervisor', 'SwitchToCoach'],
  ['supervisor', 'SwitchToBargeIn'],
  ['supervisor', 'SendMessage'],
  ['supervisor', 'SendToAgents'],
  ['supervisor', 'SendCustomNoticeToAgents'],
  ['supervisor', 'SendStartTypingToAgentsNotification'],
  ['ana.ruiz', 'SendMessage'],
  ['ana.ruiz', 'SendToAgents'],
];

test('never shows agent-only text to the customer or silent parties to the agent, for any sequence', async () => {
  const stage = await Stage.open();
  const seats = { supervisor: await stage.seat('supervisor'), 'ana.ruiz': await stage.seat('ana.ruiz') };
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom(...acts), { maxLength: 12 }), async (sequence) => {
      const chatId = await stage.watched(seats.supervisor, 'Monitor');
      const allowedForCustomer: string[] = [];
      for (const [position, [who, operation]] of sequence.entries()) {
        const text = `${String(position)} ${operation}`;
        const { body } = await seats[who].visitor.operate(`/me/chats/${chatId}`, operation, { text, noticeText: text });
        if (operation === 'SendMessage' && body['statusCode'] === 0) allowedForCustomer.push(text);
      }
      expect(stage.received(chatId, 'customer')).toEqual(allowedForCustomer);
      expect(stage.seen(chatId, 'customer').messages.every(({ visibility }) => visibility === 'All')).toBe(true);
      expect(stage.seen(chatId, 'ana.ruiz').messages.every(({ visibility }) => visibility !== 'Supervisors')).toBe(
        true,
      );
      stage.floor.control.endChat({ chatId });
    }),
    { numRuns: 25 },
  );
});

import { describe, expect, test } from 'vitest';
import { including } from '../support/practice/any-value';
import type { Seat, WireParticipant } from '../support/practice/stage';
import { chatIn, hasMessage, isParticipants, isStatus, messagesIn, Stage } from '../support/practice/stage';

const own = (participants: readonly WireParticipant[]) =>
  participants.find(({ nickname }) => nickname === 'supervisor')?.visibility;

const common = [
  'Leave',
  'SetInFocus',
  'SetDisposition',
  'AttachUserData',
  'DeleteUserData',
  'UpdateUserData',
  'Transfer',
  'Invite',
  'Consult',
];
const toAgents = ['SendToAgents', 'SendStartTypingToAgentsNotification', 'SendStopTypingToAgentsNotification'];
const toAll = ['SendMessage', 'SendStartTypingNotification', 'SendStopTypingNotification'];

describe('watching an agent', () => {
  test.each([
    ['Monitor', 'Supervisors', [...common, ...toAgents, ...toAll, 'SwitchToCoach', 'SwitchBargeIn']],
    ['Coach', 'Agents', [...common, ...toAgents, 'SwitchToMonitor', 'SwitchBargeIn']],
    ['BargeIn', 'All', [...common, ...toAgents, ...toAll, 'SwitchToMonitor', 'SwitchToCoach']],
  ] as const)(
    '%s joins the next accepted chat automatically, visible to %s',
    async (mode, visibility, capabilities) => {
      const stage = await Stage.open({ quirks: { supervisorsOfferedMore: false } });
      const { stream, ...seat } = await stage.seat('supervisor');
      expect((await stage.watch({ stream, ...seat }, mode)).body).toEqual({ statusCode: 0 });
      const chatId = stage.chat();
      await stream.next('history', hasMessage('ParticipantJoined'));
      const [first, second, third] = stream.received.map(({ data }) => data);
      expect(first).toMatchObject({ messageType: 'ChatStateChangeMessage', notificationType: 'ParticipantsUpdated' });
      expect(second).toMatchObject({ notificationType: 'StatusChange', chat: { id: chatId, state: 'Chatting' } });
      expect(own(chatIn(second ?? {}).participants)).toBe(visibility);
      expect(chatIn(second ?? {}).capabilities).toEqual(capabilities);
      expect(third).toMatchObject({
        messageType: 'MessageLogUpdated',
        notificationType: 'NewMessages',
        chatPath: `/chats/${chatId}`,
      });
      expect(messagesIn(third ?? {}).map(({ index, type }) => [index, type])).toEqual([
        [1, 'ParticipantJoined'],
        [2, 'ParticipantJoined'],
        [3, 'ParticipantJoined'],
      ]);
    },
  );

  test('ends NextChat after one chat, and continues AllChats until cancelled', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    await stage.watch(seat, 'Monitor', { supervisorMonitoringMode: 'NextChat' });
    const [first, second] = [stage.chat(), stage.chat()];
    expect(stage.seen(first, 'supervisor').state).toBe('Chatting');
    expect(() => stage.seen(second, 'supervisor')).toThrow('never took part');
    await stage.watch(seat, 'Monitor');
    for (const chatId of [stage.chat(), stage.chat()]) expect(stage.seen(chatId, 'supervisor').state).toBe('Chatting');
    expect((await stage.watch(seat, 'CancelSupervisorMonitoring')).body).toEqual({ statusCode: 0 });
    expect(() => stage.seen(stage.chat(), 'supervisor')).toThrow('never took part');
    expect(stage.seen(first, 'supervisor').state).toBe('Chatting');
    expect((await stage.watch(seat, 'CancelSupervisorMonitoring')).body['statusCode']).toBe(2);
  });

  test('does not join a running chat', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const running = stage.chat();
    await stage.watch(seat, 'Monitor');
    expect(() => stage.seen(running, 'supervisor')).toThrow('never took part');
  });

  test('uses the given nickname, and the user name otherwise', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    await stage.watch(seat, 'BargeIn', { nickname: 'Imani' });
    expect(stage.seen(stage.chat(), 'customer').participants.map(({ nickname }) => nickname)).toContain('Imani');
    await stage.watch(seat, 'BargeIn');
    expect(stage.seen(stage.chat(), 'customer').participants.map(({ nickname }) => nickname)).toContain('supervisor');
  });

  test('supports several agents and chats at once', async () => {
    const stage = await Stage.open();
    const { visitor } = await stage.seat('supervisor');
    for (const agent of ['ana.ruiz', 'jonas.weber']) {
      await visitor.operate(`/users/${stage.idOf(agent)}/channels/chat`, 'Monitor');
      stage.floor.control.startChat({ agent });
    }
    const { body } = await visitor.get('/me/chats?fields=*');
    expect(body['chats']).toHaveLength(2);
  });
});

describe('visibility of the supervisor', () => {
  test.each([
    ['Monitor', false, false],
    ['Coach', true, false],
    ['BargeIn', true, true],
  ] as const)('%s: agent %s, customer %s; another supervisor always', async (mode, agentSees, customerSees) => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const other = await stage.seat('omar.haddad');
    await stage.watch(other, 'Monitor');
    const chatId = await stage.watched(seat, mode);
    const sees = (party: string) =>
      stage.seen(chatId, party).participants.some(({ nickname }) => nickname === 'supervisor') &&
      stage.seen(chatId, party).messages.some(({ from }) => from === 'supervisor');
    expect([sees('ana.ruiz'), sees('customer'), sees('omar.haddad')]).toEqual([agentSees, customerSees, true]);
  });
});

describe('intruding into a running chat', () => {
  const intrude = (stage: Stage, { visitor }: Seat, chatId: string, parameters = {}) =>
    visitor.operate(`/users/${stage.idOf('ana.ruiz')}/chats/${chatId}`, 'Intrude', parameters);

  test('is Invited, then accepted: sends state, participants and the whole history, in that order', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = stage.chat();
    stage.floor.control.customerSays({ chatId, text: 'hello?' });
    stage.floor.control.agentSays({ chatId, text: 'for agents', audience: 'Agents' });
    expect((await intrude(stage, seat, chatId, { supervisorVisibilityMode: 'Coach' })).body).toEqual({ statusCode: 0 });
    const invited = chatIn(await seat.stream.next('invitation', isStatus('Invited', chatId)));
    expect(invited).toMatchObject({ capabilities: ['Accept', 'Reject'], participants: [] });
    const before = seat.stream.received.length;
    await seat.visitor.operate(`/me/chats/${chatId}`, 'Accept', { nickname: 'Coach Imani' });
    const history = await seat.stream.next('history', hasMessage('Text', 'hello?'));
    const news = seat.stream.received.slice(before).map(({ data }) => data);
    expect(news.map((data) => data['notificationType'])).toEqual([
      'StatusChange',
      'ParticipantsUpdated',
      'NewMessages',
    ]);
    expect(chatIn(news[0] ?? {})).toMatchObject({ state: 'Chatting', participants: [] });
    expect(chatIn(news[1] ?? {}).participants.find(({ nickname }) => nickname === 'Coach Imani')?.visibility).toBe(
      'Agents',
    );
    expect(messagesIn(history).map(({ index }) => index)).toEqual([1, 2, 3, 4, 5]);
  });

  test('is Completed when rejected, with the odd response', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = stage.chat();
    await intrude(stage, seat, chatId, { supervisorVisibilityMode: 'Monitor' });
    expect((await seat.visitor.operate(`/me/chats/${chatId}`, 'Reject')).body).toEqual({ status: 0 });
    await seat.stream.next('end', isStatus('Completed', chatId));
  });

  test('is JoinFailed when joining fails after the Accept, with the wrap-up left, which Complete ends', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = stage.chat();
    await intrude(stage, seat, chatId, { supervisorVisibilityMode: 'Monitor' });
    stage.floor.control.failNextJoin({ userName: 'supervisor' });
    expect((await seat.visitor.operate(`/me/chats/${chatId}`, 'Accept')).body).toEqual({ statusCode: 0 });
    const failed = chatIn(await seat.stream.next('failure', isStatus('JoinFailed', chatId)));
    expect(failed).toMatchObject({
      participants: [],
      capabilities: ['SetInFocus', 'Complete', 'SetDisposition', 'AttachUserData', 'DeleteUserData', 'UpdateUserData'],
    });
    await seat.visitor.operate(`/me/chats/${chatId}`, 'Complete');
    await seat.stream.next('end', isStatus('Completed', chatId));
    expect(stage.seen(chatId, 'ana.ruiz').state).toBe('Chatting');
  });

  test('uses the mode of the watch when it names none, and fails without a watch', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = stage.chat();
    expect((await intrude(stage, seat, chatId)).body['statusCode']).toBe(2);
    await stage.watch(seat, 'BargeIn');
    expect((await intrude(stage, seat, chatId)).body).toEqual({ statusCode: 0 });
    await seat.visitor.operate(`/me/chats/${chatId}`, 'Accept');
    expect(stage.seen(chatId, 'customer').participants.map(({ nickname }) => nickname)).toContain('supervisor');
    expect((await intrude(stage, seat, chatId)).body['statusCode']).toBe(2);
  });
});

describe('switching the mode', () => {
  const modes = ['Monitor', 'Coach', 'BargeIn'] as const;
  const visibilities = { Monitor: 'Supervisors', Coach: 'Agents', BargeIn: 'All' } as const;
  const ways = modes.flatMap((from) => modes.filter((to) => to !== from).map((to) => [from, to] as const));

  test.each(ways)('from %s to %s: sends the own visibility first, then one rejoin in the log', async (from, to) => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = await stage.watched(seat, from);
    await seat.stream.next('history', hasMessage('ParticipantJoined'));
    const before = seat.stream.received.length;
    expect((await seat.visitor.operate(`/me/chats/${chatId}`, `SwitchTo${to}`)).body).toEqual({ statusCode: 0 });
    const rejoin = await seat.stream.next('rejoin', hasMessage('ParticipantRejoined'));
    const news = seat.stream.received.slice(before).map(({ data }) => data);
    expect(news).toHaveLength(2);
    expect(isParticipants(news[0] ?? {})).toBe(true);
    expect(own(chatIn(news[0] ?? {}).participants)).toBe(visibilities[to]);
    expect(chatIn(news[0] ?? {}).capabilities).not.toContain(`SwitchTo${to}`);
    expect(messagesIn(rejoin)).toEqual([
      including({
        type: 'ParticipantRejoined',
        visibility: visibilities[to],
        from: including({ nickname: 'supervisor', visibility: visibilities[to] }),
      }),
    ]);
    expect((await seat.visitor.operate(`/me/chats/${chatId}`, `SwitchTo${to}`)).body['statusCode']).toBe(3);
  });

  test('is refused for an agent', async () => {
    const stage = await Stage.open();
    const ana = await stage.seat('ana.ruiz');
    const chatId = stage.chat();
    expect((await ana.visitor.operate(`/me/chats/${chatId}`, 'SwitchToBargeIn')).body['statusCode']).toBe(3);
  });
});

describe('losing the chat', () => {
  test.each([
    ['the agent completes it', (stage: Stage, chatId: string) => stage.floor.control.endChat({ chatId })],
    ['it is put in a queue', (stage: Stage, chatId: string) => stage.floor.control.transferToQueue({ chatId })],
    [
      'it is transferred',
      (stage: Stage, chatId: string) => stage.floor.control.transferToAgent({ chatId, agent: 'jonas.weber' }),
    ],
  ])('is Revoked when %s', async (_, take) => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = await stage.watched(seat, 'Monitor');
    take(stage, chatId);
    const revoked = chatIn(await seat.stream.next('revocation', isStatus('Revoked', chatId)));
    expect(revoked).toMatchObject({ capabilities: [], participants: [] });
    expect((await seat.visitor.get('/me/chats?fields=*')).body['chats']).toEqual([]);
  });

  test('revokes an open invitation too', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = stage.chat();
    const path = `/users/${stage.idOf('ana.ruiz')}/chats/${chatId}`;
    await seat.visitor.operate(path, 'Intrude', { supervisorVisibilityMode: 'Monitor' });
    stage.floor.control.endChat({ chatId });
    await seat.stream.next('revocation', isStatus('Revoked', chatId));
    expect((await seat.visitor.operate(`/me/chats/${chatId}`, 'Accept')).body['statusCode']).toBe(3);
  });

  test('takes over a queued chat, which a watch on the new agent joins again', async () => {
    const stage = await Stage.open({ agents: 2 });
    const seat = await stage.seat('supervisor');
    await seat.visitor.operate(`/users/${stage.idOf('jonas.weber')}/channels/chat`, 'Monitor');
    const chatId = await stage.watched(seat, 'Monitor');
    stage.floor.control.transferToQueue({ chatId });
    await seat.stream.next('revocation', isStatus('Revoked', chatId));
    stage.advance();
    await seat.stream.next('the chat again', isStatus('Chatting', chatId));
    expect(stage.seen(chatId, 'jonas.weber').state).toBe('Chatting');
  });

  test('is Completed for a supervisor who leaves, and unchanged for the others', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = await stage.watched(seat, 'Monitor');
    expect((await seat.visitor.operate(`/me/chats/${chatId}`, 'Leave')).body).toEqual({ statusCode: 0 });
    await seat.stream.next('end', isStatus('Completed', chatId));
    expect(stage.seen(chatId, 'customer').state).toBe('Chatting');
    expect(stage.seen(chatId, 'ana.ruiz').state).toBe('Chatting');
  });

  test('keeps the supervisor after the customer left until the agent has wrapped up', async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = await stage.watched(seat, 'Monitor');
    stage.floor.control.customerLeaves({ chatId });
    await seat.stream.next('departure', hasMessage('ParticipantLeft'));
    expect(stage.seen(chatId, 'supervisor').state).toBe('Chatting');
    stage.floor.control.endChat({ chatId });
    await seat.stream.next('revocation', isStatus('Revoked', chatId));
  });
});

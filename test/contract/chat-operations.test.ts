import { describe, expect, test } from 'vitest';
import { anyNumber, textLike } from '../support/practice/any-value';
import type { Seat } from '../support/practice/stage';
import { chatIn, hasMessage, isParticipants, isStatus, messagesIn, Stage } from '../support/practice/stage';

async function anaWithChat() {
  const stage = await Stage.open();
  const ana = await stage.seat('ana.ruiz');
  const chatId = stage.chat();
  await ana.stream.next('history', hasMessage('ParticipantJoined'));
  const operate = (operation: string, parameters: Record<string, unknown> = {}, seat: Seat = ana) =>
    seat.visitor.operate(`/me/chats/${chatId}`, operation, parameters);
  const user = (userName: string) => `http://elsewhere.example/api/v2/users/${stage.idOf(userName)}`;
  return { stage, ana, chatId, operate, user };
}

describe('an agent', () => {
  test('is offered a chat, accepts it and gets the history', async () => {
    const stage = await Stage.open();
    const ana = await stage.seat('ana.ruiz');
    const { chatId } = stage.floor.control.startChat({ agent: 'ana.ruiz', isAccepted: false });
    await ana.stream.next('offer', isStatus('Invited', chatId));
    stage.advance();
    expect((await ana.visitor.operate(`/me/chats/${chatId}`, 'Accept', { nickname: 'Ana' })).body).toEqual({
      statusCode: 0,
    });
    await ana.stream.next('joined', isStatus('Chatting', chatId));
    expect(stage.seen(chatId, 'customer').participants.map(({ nickname }) => nickname)).toEqual(['Robin Vale', 'Ana']);
  });

  test('sends the chat to another agent by rejecting the offer', async () => {
    const stage = await Stage.open();
    const ana = await stage.seat('ana.ruiz');
    const { chatId } = stage.floor.control.startChat({ agent: 'ana.ruiz', isAccepted: false });
    await ana.visitor.operate(`/me/chats/${chatId}`, 'Reject');
    await ana.stream.next('end', isStatus('Completed', chatId));
    stage.advance();
    const parties = stage.floor.control.chats().find((chat) => chat.chatId === chatId)?.parties ?? [];
    expect(parties.filter(({ role, state }) => role === 'agent' && state === 'Chatting')).toHaveLength(1);
  });

  test("ends the customer's session and keeps the wrap-up when leaving alone", async () => {
    const { stage, ana, chatId, operate } = await anaWithChat();
    await operate('Leave', { text: 'Goodbye!' });
    const left = chatIn(await ana.stream.next('left', isStatus('LeftChat', chatId)));
    expect(left.capabilities).toEqual([
      'SetInFocus',
      'Complete',
      'SetDisposition',
      'AttachUserData',
      'DeleteUserData',
      'UpdateUserData',
    ]);
    expect(stage.seen(chatId, 'customer').state).toBe('Completed');
    expect(stage.received(chatId, 'customer')).toEqual(['Goodbye!']);
    expect((await operate('Complete')).body).toEqual({ statusCode: 0 });
    await ana.stream.next('completed', isStatus('Completed', chatId));
  });

  test('completes for everyone; with a queue name the customer stays and waits', async () => {
    const one = await anaWithChat();
    await one.operate('Complete');
    expect(one.stage.seen(one.chatId, 'customer').state).toBe('Completed');
    const other = await anaWithChat();
    await other.operate('Complete', { queueName: 'Payments' });
    await other.ana.stream.next('completed', isStatus('Completed', other.chatId));
    expect(other.stage.seen(other.chatId, 'customer').state).toBe('Chatting');
    expect(other.stage.floor.control.chats()[0]).toMatchObject({ queueName: 'Payments', isFinished: false });
  });

  test('transfers to a colleague, who takes over', async () => {
    const { stage, ana, chatId, operate, user } = await anaWithChat();
    expect((await operate('Transfer', { targetUri: user('jonas.weber') })).body).toEqual({ statusCode: 0 });
    await ana.stream.next('completed', isStatus('Completed', chatId));
    stage.advance();
    expect(stage.seen(chatId, 'jonas.weber').state).toBe('Chatting');
    expect(stage.seen(chatId, 'customer').participants.map(({ nickname }) => nickname)).toEqual([
      'Robin Vale',
      'Jonas Weber',
    ]);
  });

  test('invites a colleague: both are in, and leaving is then Completed', async () => {
    const { stage, ana, chatId, operate, user } = await anaWithChat();
    await operate('Invite', { targetUri: user('jonas.weber') });
    stage.advance();
    const conference = chatIn(
      await ana.stream.next('conference', (data) => isParticipants(data) && chatIn(data).participants.length === 3),
    );
    expect(conference.capabilities).toContain('RemoveParticipantFromConference');
    await operate('Leave');
    await ana.stream.next('completed', isStatus('Completed', chatId));
    expect(stage.seen(chatId, 'customer').state).toBe('Chatting');
  });

  test('invites a supervisor, who has to accept', async () => {
    const { stage, chatId, operate, user } = await anaWithChat();
    stage.floor.control.setPresence({ userName: 'omar.haddad', presence: 'ready' });
    expect((await operate('Invite', { targetUri: user('omar.haddad') })).body).toEqual({ statusCode: 0 });
    stage.advance();
    const chat = stage.floor.control.chats().find((one) => one.chatId === chatId);
    expect(chat?.parties.find(({ name }) => name === 'omar.haddad')?.state).toBe('Invited');
  });

  test('removes a colleague from a conference, with the documented notice for agents', async () => {
    const { stage, ana, chatId, operate, user } = await anaWithChat();
    await operate('Invite', { targetUri: user('jonas.weber') });
    stage.advance();
    expect((await operate('RemoveParticipantFromConference', { userUri: user('jonas.weber') })).body).toEqual({
      statusCode: 0,
    });
    const text = `REMOVE_PARTICIPANT_FROM_CONFERENCE${stage.idOf('jonas.weber')}`;
    const [notice] = messagesIn(await ana.stream.next('notice', hasMessage('Notice', text)));
    expect(notice?.visibility).toBe('Agents');
    expect(stage.seen(chatId, 'jonas.weber').state).toBe('Completed');
    expect(
      (await operate('RemoveParticipantFromConference', { targetUri: user('jonas.weber') })).body['statusCode'],
    ).toBe(6);
  });

  test('consults a colleague whom the customer cannot see, and ends the consultation', async () => {
    const { stage, ana, chatId, operate, user } = await anaWithChat();
    const { body } = await operate('Consult', { targetUri: user('jonas.weber') });
    expect(body).toEqual({ statusCode: 0, referenceId: anyNumber });
    await ana.stream.next(
      'confirmation',
      (data) => isParticipants(data) && data['referenceId'] === body['referenceId'],
    );
    stage.advance();
    expect(stage.seen(chatId, 'jonas.weber').participants).toHaveLength(3);
    expect(stage.seen(chatId, 'customer').participants).toHaveLength(2);
    expect((await operate('CancelConsult')).body).toEqual({ statusCode: 0, referenceId: anyNumber });
    expect(stage.seen(chatId, 'jonas.weber').state).toBe('Revoked');
  });

  test('may cancel a missing consultation, which fails on the stream', async () => {
    const { ana, operate } = await anaWithChat();
    const { body } = await operate('CancelConsult');
    expect(body['statusCode']).toBe(0);
    const error = await ana.stream.next('error', (data) => data['notificationType'] === 'Error');
    expect(error).toMatchObject({ errorMessage: 'Request failed', referenceId: body['referenceId'] });
    expect(error).not.toHaveProperty('chat');
  });
});

describe('customer data', () => {
  test.each([
    [
      'AttachUserData',
      { userData: { Mood: 'calm', Visits: 3, Nothing: null } },
      { Mood: 'calm', Visits: 3, Nothing: null, FirstName: 'Robin' },
    ],
    ['UpdateUserData', { userData: { FirstName: 'Rob' } }, { FirstName: 'Rob', LastName: 'Vale' }],
  ])('%s: sends PropertiesUpdated with the reference of the request', async (operation, parameters, expected) => {
    const { ana, operate } = await anaWithChat();
    const { body } = await operate(operation, parameters);
    const news = await ana.stream.next('properties', (data) => data['notificationType'] === 'PropertiesUpdated');
    expect(news['referenceId']).toBe(body['referenceId']);
    expect(chatIn(news).userData).toMatchObject(expected);
  });

  test('removes keys by DeleteUserData', async () => {
    const { ana, operate } = await anaWithChat();
    await operate('DeleteUserData', { keys: ['FirstName', 'NeverThere'] });
    const news = await ana.stream.next('properties', (data) => data['notificationType'] === 'PropertiesUpdated');
    expect(chatIn(news).userData).not.toHaveProperty('FirstName');
  });

  test('stores SetDisposition under its key and notifies others without a reference', async () => {
    const { stage, ana, chatId, operate } = await anaWithChat();
    const seat = await stage.seat('supervisor');
    await seat.visitor.operate(`/users/${ana.id}/chats/${chatId}`, 'Intrude', { supervisorVisibilityMode: 'Monitor' });
    await seat.visitor.operate(`/me/chats/${chatId}`, 'Accept');
    expect((await operate('SetDisposition', { disposition: 'Solved' })).body).toEqual({ statusCode: 0 });
    await operate('SetDisposition', { disposition: 'Later', dispositionKey: 'FollowUp' });
    const isLast = (data: Record<string, unknown>) =>
      data['notificationType'] === 'PropertiesUpdated' && chatIn(data).userData['FollowUp'] === 'Later';
    const news = await seat.stream.next('properties', isLast);
    expect(chatIn(news).userData).toMatchObject({ DispositionCode: 'Solved' });
    expect(news).not.toHaveProperty('referenceId');
  });

  test('accepts SetInFocus without a notification', async () => {
    const { ana, operate } = await anaWithChat();
    const before = ana.stream.received.length;
    expect((await operate('SetInFocus')).body).toEqual({ statusCode: 0 });
    expect(ana.stream.received).toHaveLength(before);
  });
});

describe('reading chats', () => {
  test("returns my chats, one chat, its messages, and the agent's chats", async () => {
    const stage = await Stage.open();
    const seat = await stage.seat('supervisor');
    const chatId = await stage.watched(seat, 'Monitor');
    stage.floor.control.agentSays({ chatId, text: 'between us', audience: 'Agents' });
    const mine = (await seat.visitor.get('/me/chats?fields=*')).body['chats'];
    expect(mine).toMatchObject([{ id: chatId, state: 'Chatting', participants: [{}, {}, {}] }]);
    expect((await seat.visitor.get('/me/chats')).body['uris']).toEqual([
      textLike(new RegExp(`/api/v2/chats/${chatId}$`)),
    ]);
    expect((await seat.visitor.get(`/me/chats/${chatId}`)).body['chat']).toMatchObject({ id: chatId });
    const { messages } = (await seat.visitor.get(`/me/chats/${chatId}/messages?index=3`)).body as {
      messages: { index: number; text?: string }[];
    };
    expect(messages.map(({ index, text }) => [index, text])).toEqual([
      [3, undefined],
      [4, 'between us'],
    ]);
    const busy = (await seat.visitor.get(`/users/${stage.idOf('ana.ruiz')}/chats?fields=*`)).body['chats'];
    expect(busy).toMatchObject([
      {
        id: chatId,
        state: 'Chatting',
        participants: [{ type: 'Customer', nickname: 'Robin Vale' }, { type: 'Agent' }],
      },
    ]);
  });

  test('sends the transcript of a finished chat over the stream, as far as the reader may read it', async () => {
    const { stage, ana, chatId, operate } = await anaWithChat();
    const seat = await stage.seat('supervisor');
    const read = ({ visitor }: Seat) => visitor.operate(`/ucs/interactions/${chatId}`, 'GetInteractionContent');
    expect((await read(seat)).body['statusCode']).toBe(2);
    await stage.watch(seat, 'Monitor');
    stage.floor.control.customerSays({ chatId, text: 'bye' });
    await operate('Complete');
    const isContent = (data: Record<string, unknown>) => data['messageType'] === 'GetInteractionContentMessage';
    for (const reader of [seat, ana]) {
      const { body } = await read(reader);
      const content = await reader.stream.next('content', isContent);
      expect(content).toMatchObject({
        referenceId: body['referenceId'],
        interaction: { id: chatId, mediaType: 'chat', state: 'Stopped' },
      });
      expect(messagesIn(content).some(({ text }) => text === 'bye')).toBe(true);
    }
  });

  test('lists finished chats in the history', async () => {
    const { stage, chatId, operate } = await anaWithChat();
    const seat = await stage.seat('supervisor');
    await operate('Complete');
    await seat.visitor.operate('/ucs/interactions', 'RetrieveInteractionHistory', {
      fromDate: '2013-11-25 21:02:22.000+0200',
    });
    const history = await seat.stream.next(
      'history',
      (data) => data['messageType'] === 'GetInteractionsHistoryMessage',
    );
    expect(history['interactions']).toMatchObject([{ id: chatId, state: 'Stopped' }]);
  });
});

import { describe, expect, test } from 'vitest';
import { anyNumber, textLike } from '../support/practice/any-value';
import { hasMessage, messagesIn, Stage } from '../support/practice/stage';

type Data = Record<string, unknown>;
const isHistory = (data: Data): boolean => data['messageType'] === 'GetInteractionsHistoryMessage';
const isContent = (data: Data): boolean => data['messageType'] === 'GetInteractionContentMessage';
interface WireInteraction {
  readonly id: string;
  readonly mediaType: string;
  readonly state: string;
}

async function supervisorAtWork() {
  const stage = await Stage.open();
  return { stage, seat: await stage.seat('supervisor') };
}

describe('lists', () => {
  test('return queues with the requested fields or as references, and none for another channel', async () => {
    const { seat } = await supervisorAtWork();
    const read = async (query: string) => (await seat.visitor.get(`/queues${query}`)).body;
    const { queues } = (await read('?fields=id,name,channel&channel=chat')) as { queues: Data[] };
    expect(queues[0]).toEqual({ id: textLike(/^[0-9a-f-]{36}$/), name: 'Chat_General', channel: 'chat' });
    expect((await read(''))['uris']).toHaveLength(queues.length);
    expect((await read('?fields=*&channel=voice'))['queues']).toEqual([]);
  });

  test('return dispositions if the server has them', async () => {
    const { stage, seat } = await supervisorAtWork();
    const read = async () => (await seat.visitor.get('/settings/dispositions?fields=name,displayName')).body;
    expect((await read())['dispositions']).toContainEqual({ name: 'FollowUp', displayName: 'To be followed up' });
    stage.floor.control.setQuirks({ dispositionsRead: false });
    expect((await read())['statusCode']).toBe(6);
  });
});

describe('the history of a contact', () => {
  test('contains earlier and current interactions with their agents', async () => {
    const { stage, seat } = await supervisorAtWork();
    const ana = await stage.seat('ana.ruiz');
    const finished = stage.chat('Vera Lindt');
    await ana.visitor.operate(`/me/chats/${finished}`, 'Complete');
    stage.advance(1_000);
    const running = stage.chat('Vera Lindt');
    const { chat } = (await ana.visitor.get(`/me/chats/${running}`)).body as { chat: { userData: Data } };
    const contactId = String(chat.userData['ContactId']);
    expect(contactId).toMatch(/^000F[0-9A-Z]{12}$/);
    const { body } = await seat.visitor.operate(`/ucs/contacts/${contactId}/interactions`, 'RetrieveContactHistory');
    expect(body).toEqual({ statusCode: 0, referenceId: anyNumber });
    const history = await seat.stream.next('history', isHistory);
    expect(history['referenceId']).toBe(body['referenceId']);
    const interactions = history['interactions'] as WireInteraction[];
    expect(interactions.slice(0, 2)).toMatchObject([
      { id: running, state: 'InProcess', contactId },
      { id: finished, state: 'Stopped', ownerInformation: { userName: 'ana.ruiz', firstName: 'Ana' } },
    ]);
    for (const old of interactions.slice(2)) expect(old).toMatchObject({ state: 'Stopped', contactId });
  });

  test('returns the same transcript of an old chat at every visit', async () => {
    const { stage, seat } = await supervisorAtWork();
    const histories: WireInteraction[][] = [];
    for (const customer of ['Robin Vale', 'Vera Lindt', 'Otto Prime', 'Mia Falk', 'Vera Lindt']) {
      const chatId = stage.chat(customer);
      const { visitor } = await stage.seat('ana.ruiz');
      const { chat } = (await visitor.get(`/me/chats/${chatId}`)).body as { chat: { userData: Data } };
      const path = `/ucs/contacts/${String(chat.userData['ContactId'])}/interactions`;
      const { body } = await seat.visitor.operate(path, 'RetrieveContactHistory', { sort: 'asc' });
      const notification = await seat.stream.next(
        'history',
        (data) => isHistory(data) && data['referenceId'] === body['referenceId'],
      );
      histories.push((notification['interactions'] as WireInteraction[]).filter(({ state }) => state === 'Stopped'));
    }
    expect(histories[4]).toEqual(histories[1]);
    const old = histories.flat().find(({ mediaType }) => mediaType === 'chat');
    await seat.visitor.operate(`/ucs/interactions/${old?.id ?? 'none'}`, 'GetInteractionContent');
    const content = await seat.stream.next('content', isContent);
    expect(messagesIn(content).map(({ type, from }) => [type, from.type])).toContainEqual(['Text', 'Customer']);
  });
});

describe('a supervisor who barged in', () => {
  test.each([
    [true, 'SendUrl', 'PushUrl'],
    [false, 'PushUrl', 'SendUrl'],
  ])('shows everyone a web address (sendUrlCapability %s: %s, not %s)', async (sendUrlCapability, known, unknown) => {
    const { stage, seat } = await supervisorAtWork();
    stage.floor.control.setQuirks({ sendUrlCapability });
    const chatId = await stage.watched(seat, 'BargeIn');
    const operate = async (name: string, parameters: Data) =>
      (await seat.visitor.operate(`/me/chats/${chatId}`, name, parameters)).body['statusCode'];
    const url = 'https://example.com/returns';
    expect([await operate(unknown, { url }), await operate(known, {}), await operate(known, { url })]).toEqual([
      10, 1, 0,
    ]);
    const [message] = messagesIn(await seat.stream.next('address', hasMessage('PushUrl')));
    expect(message).toMatchObject({ url, visibility: 'All' });
    expect(stage.seen(chatId, 'customer').messages.at(-1)).toMatchObject({ type: 'PushUrl', text: url });
  });

  test('cannot send an address while invisible to the customer', async () => {
    const { stage, seat } = await supervisorAtWork();
    const chatId = await stage.watched(seat, 'Coach');
    const { body } = await seat.visitor.operate(`/me/chats/${chatId}`, 'SendUrl', { url: 'https://example.com/' });
    expect([body['statusCode'], stage.seen(chatId, 'customer').messages.at(-1)?.type]).toEqual([
      3,
      'ParticipantJoined',
    ]);
  });

  test('completes only if that is offered, and the others continue', async () => {
    const { stage, seat } = await supervisorAtWork();
    stage.floor.control.setQuirks({ supervisorsOfferedMore: false });
    const chatId = await stage.watched(seat, 'BargeIn');
    const complete = async () => (await seat.visitor.operate(`/me/chats/${chatId}`, 'Complete')).body['statusCode'];
    expect(await complete()).toBe(3);
    stage.floor.control.setQuirks({ supervisorsOfferedMore: true });
    expect(await complete()).toBe(0);
    expect([stage.seen(chatId, 'customer').state, stage.seen(chatId, 'ana.ruiz').state]).toEqual([
      'Chatting',
      'Chatting',
    ]);
  });
});

describe('queues as targets', () => {
  async function withQueues() {
    const { stage, seat } = await supervisorAtWork();
    const chatId = await stage.watched(seat, 'BargeIn');
    const { queues } = (await seat.visitor.get('/queues?fields=id,name')).body as {
      queues: { id: string; name: string }[];
    };
    const uri = (id: string): string => `http://elsewhere.example/api/v2/queues/${id}`;
    const operate = async (name: string, targetUri: string) =>
      (await seat.visitor.operate(`/me/chats/${chatId}`, name, { targetUri })).body['statusCode'];
    return { stage, chatId, uri, operate, payments: queues.find(({ name }) => name === 'Payments')?.id ?? '' };
  }

  test('take a transferred chat; an unknown queue is not found', async () => {
    const { stage, chatId, uri, operate, payments } = await withQueues();
    expect([await operate('Transfer', uri('nowhere')), await operate('Transfer', uri(payments))]).toEqual([6, 0]);
    expect(stage.floor.control.chats().find((chat) => chat.chatId === chatId)?.queueName).toBe('Payments');
  });

  test.each(['Consult', 'Invite'])('send an agent who is ready: %s', async (operation) => {
    const { stage, chatId, uri, operate, payments } = await withQueues();
    expect(await operate(operation, uri(payments))).toBe(0);
    stage.advance();
    expect(stage.seen(chatId, 'camille.rousseau').state).toBe('Chatting');
  });
});

test('accepts an operation that will fail later, changes nothing, and reports the failure on the stream once', async () => {
  const { stage, seat } = await supervisorAtWork();
  const chatId = await stage.watched(seat, 'Monitor');
  stage.floor.control.failLater({ userName: 'supervisor', operation: 'AttachUserData', errorMessage: 'Not today' });
  const attach = async (userData: Data) =>
    (await seat.visitor.operate(`/me/chats/${chatId}`, 'AttachUserData', { userData })).body;
  const first = await attach({ lost: '1' });
  const error = await seat.stream.next('error', (data) => data['notificationType'] === 'Error');
  expect(error).toMatchObject({ errorMessage: 'Not today', referenceId: first['referenceId'] });
  await attach({ kept: '1' });
  const { chat } = (await seat.visitor.get(`/me/chats/${chatId}`)).body as { chat: { userData: Data } };
  expect([chat.userData['lost'], chat.userData['kept']]).toEqual([undefined, '1']);
});

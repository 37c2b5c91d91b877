import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPracticeConsole, supervisor, type PracticeConsole } from '../../support/gws/practice-console';
import { until } from '../../support/until';

let client: PracticeConsole;
beforeEach(async () => {
  client = await openPracticeConsole();
});
afterEach(() => client.close());

const latestChat = (chatId: string, field: 'state' | 'can' | 'participants') =>
  client.sink.events.findLast(
    (event) => event.type === 'chatUpdated' && event.chat.chatId === chatId && field in event.chat,
  );

const stateOf = (chatId: string) => {
  const event = latestChat(chatId, 'state');
  return event?.type === 'chatUpdated' ? event.chat.state : undefined;
};

const ownVisibility = (chatId: string) => {
  const event = latestChat(chatId, 'participants');
  if (event?.type !== 'chatUpdated') return undefined;
  return event.chat.participants?.find((one) => one.userId === client.genesys.self()?.userId)?.visibility;
};

function agentNamed(userName: string): { readonly id: string } {
  const agent = client.floor.control.people().find((person) => person.userName === userName);
  if (agent === undefined) throw new Error(`no ${userName} on this floor`);
  return agent;
}

const firstAgent = () => client.floor.control.people().find((person) => !person.isSupervisor)!.userName;

describe('a supervisor on the practice server', () => {
  it('signs in, is live, and sees the agents', async () => {
    const result = await client.genesys.signIn(supervisor);
    expect(result).toMatchObject({
      ok: true,
      value: { userName: 'supervisor', name: 'Imani Okafor', isSupervisor: true },
    });
    await until('live', () => client.sink.isLive);
    expect(client.sink.readings).toMatchObject([
      { what: 'reading', reading: { chats: [], transcripts: [], unavailable: [] }, mayHaveMissedEvents: false },
    ]);
    const agents = await until('agents', () => client.sink.agents.length > 0 && client.sink.agents);
    expect(agents.map((agent) => agent.userName)).toContain(firstAgent());
    expect(agents.map((agent) => agent.userName)).not.toContain('supervisor');
  });

  it('watches, coaches, barges in, steps back and leaves, and only the intended readers get each message', async () => {
    await client.goLive();
    const userName = firstAgent();
    const agentId = agentNamed(userName).id;
    expect(
      await client.genesys.watch({ agentId, medium: 'chat', mode: 'monitor', scope: 'allChats', nickname: '' }),
    ).toMatchObject({ ok: true });
    const { chatId } = client.floor.control.startChat({ agent: userName, customer: 'Robin Vale' });
    await until('joined', () => stateOf(chatId) === 'active' && ownVisibility(chatId) === 'supervisors');

    client.floor.control.customerSays({ chatId, text: 'Where is my parcel? 📦' });
    await until('the customer', () => client.sink.textsOf(chatId).includes('Where is my parcel? 📦'));

    expect(await client.genesys.operate('coach', { id: chatId, medium: 'chat' }, {})).toMatchObject({ ok: true });
    await until('coaching', () => ownVisibility(chatId) === 'agents');
    expect(
      await client.genesys.operate('sendToAgents', { id: chatId, medium: 'chat' }, { text: 'offer a voucher' }),
    ).toMatchObject({ ok: true });
    await until('the whisper', () => client.sink.textsOf(chatId).includes('offer a voucher'));

    expect(await client.genesys.operate('bargeIn', { id: chatId, medium: 'chat' }, {})).toMatchObject({ ok: true });
    await until('barged in', () => ownVisibility(chatId) === 'everyone');
    expect(
      await client.genesys.operate('sendToEveryone', { id: chatId, medium: 'chat' }, { text: 'Hello, Imani here' }),
    ).toMatchObject({ ok: true });
    await until('received', () => client.sink.textsOf(chatId).includes('Hello, Imani here'));

    expect(await client.genesys.operate('monitor', { id: chatId, medium: 'chat' }, {})).toMatchObject({ ok: true });
    await until('silent again', () => ownVisibility(chatId) === 'supervisors');
    expect(await client.genesys.operate('leave', { id: chatId, medium: 'chat' }, {})).toMatchObject({ ok: true });
    await until('left', () => stateOf(chatId) === 'finished' || stateOf(chatId) === 'left');

    const readBy = (party: string) => client.floor.control.seenBy({ chatId, party }).messages.map((line) => line.text);
    expect(readBy('customer')).toContain('Hello, Imani here');
    expect(readBy('customer')).not.toContain('offer a voucher');
    expect(readBy(userName)).toContain('offer a voucher');
  });

  it('intrudes into a running chat, accepts, and reads its history', async () => {
    await client.goLive();
    const userName = firstAgent();
    const { chatId } = client.floor.control.startChat({ agent: userName });
    client.floor.control.customerSays({ chatId, text: 'before you came' });
    const agentId = agentNamed(userName).id;
    expect(
      await client.genesys.operate('intrude', { id: chatId, medium: 'chat' }, { agentId, mode: 'monitor' }),
    ).toMatchObject({ ok: true });
    await until('invited', () => stateOf(chatId) === 'invited');
    expect(await client.genesys.operate('accept', { id: chatId, medium: 'chat' }, {})).toMatchObject({ ok: true });
    await until('joined', () => stateOf(chatId) === 'active');
    await until('the past', () => client.sink.textsOf(chatId).includes('before you came'));
    client.floor.control.transferToQueue({ chatId });
    await until('revoked', () => stateOf(chatId) === 'revoked');
  });

  it('signs out and leaves nothing behind on either side', async () => {
    await client.goLive();
    expect(await client.genesys.signOut()).toBe(true);
    expect(client.sink.connection).toMatchObject({ phase: 'signedOut', reason: 'signedOutByUser' });
    expect(client.floor.control.sessions()).toEqual({ http: 0, stream: 0 });
    expect(await client.http.cookiesFor(`${client.floor.url}/api/v2/me`)).toBe('');
    const operations = client.floor.control.requests().map((request) => request.operation);
    expect(operations.lastIndexOf('EndContactCenterSession')).toBe(operations.length - 1);
    expect(operations).toContain('/meta/disconnect');
    expect(await client.genesys.operate('leave', { id: 'x', medium: 'chat' }, {})).toMatchObject({
      ok: false,
      error: { code: 'session.signedOut' },
    });
  });

  it('signs in again after signing out', async () => {
    await client.goLive();
    await client.genesys.signOut();
    const mark = client.sink.mark();
    await client.goLive();
    expect(client.sink.since(mark)).not.toContainEqual({ what: 'renewed' });
  });
});

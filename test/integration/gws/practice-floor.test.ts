import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openPracticeConsole, supervisor, type PracticeConsole } from '../../support/gws/practice-console';
import { until } from '../../support/until';

let desk: PracticeConsole;
beforeEach(async () => {
  desk = await openPracticeConsole();
});
afterEach(() => desk.close());

const latestChat = (chatId: string, field: 'state' | 'can' | 'participants') =>
  desk.sink.events.findLast(
    (event) => event.type === 'chatUpdated' && event.chat.chatId === chatId && field in event.chat,
  );

const stateOf = (chatId: string) => {
  const event = latestChat(chatId, 'state');
  return event?.type === 'chatUpdated' ? event.chat.state : undefined;
};

const ownVisibility = (chatId: string) => {
  const event = latestChat(chatId, 'participants');
  if (event?.type !== 'chatUpdated') return undefined;
  return event.chat.participants?.find((one) => one.userId === desk.genesys.self()?.userId)?.visibility;
};

function agentNamed(userName: string): { readonly id: string } {
  const agent = desk.floor.control.people().find((person) => person.userName === userName);
  if (agent === undefined) throw new Error(`no ${userName} on this floor`);
  return agent;
}

const firstAgent = () => desk.floor.control.people().find((person) => !person.isSupervisor)!.userName;

describe('a supervisor on the practice server', () => {
  it('signs in, is live, and sees the agents', async () => {
    const result = await desk.genesys.signIn(supervisor);
    expect(result).toMatchObject({
      ok: true,
      value: { userName: 'supervisor', name: 'Imani Okafor', isSupervisor: true },
    });
    await until('live', () => desk.sink.isLive);
    expect(desk.sink.readings).toMatchObject([
      { what: 'reading', reading: { chats: [], transcripts: [], unavailable: [] }, mayHaveMissedEvents: false },
    ]);
    const agents = await until('agents', () => desk.sink.agents.length > 0 && desk.sink.agents);
    expect(agents.map((agent) => agent.userName)).toContain(firstAgent());
    expect(agents.map((agent) => agent.userName)).not.toContain('supervisor');
  });

  it('watches, coaches, barges in, steps back and leaves, and only the intended readers get each message', async () => {
    await desk.goLive();
    const userName = firstAgent();
    const agentId = agentNamed(userName).id;
    expect(
      await desk.genesys.watch({ agentId, medium: 'chat', mode: 'monitor', scope: 'allChats', nickname: '' }),
    ).toMatchObject({ ok: true });
    const { chatId } = desk.floor.control.startChat({ agent: userName, customer: 'Robin Vale' });
    await until('joined', () => stateOf(chatId) === 'active' && ownVisibility(chatId) === 'supervisors');

    desk.floor.control.customerSays({ chatId, text: 'Where is my parcel? 📦' });
    await until('the customer', () => desk.sink.textsOf(chatId).includes('Where is my parcel? 📦'));

    expect(await desk.genesys.switchMode({ chatId, mode: 'coach' })).toMatchObject({ ok: true });
    await until('coaching', () => ownVisibility(chatId) === 'agents');
    expect(await desk.genesys.sendToAgents({ chatId, text: 'offer a voucher' })).toMatchObject({ ok: true });
    await until('the whisper', () => desk.sink.textsOf(chatId).includes('offer a voucher'));

    expect(await desk.genesys.switchMode({ chatId, mode: 'bargeIn' })).toMatchObject({ ok: true });
    await until('barged in', () => ownVisibility(chatId) === 'everyone');
    expect(await desk.genesys.sendToEveryone({ chatId, text: 'Hello, Imani here' })).toMatchObject({ ok: true });
    await until('heard', () => desk.sink.textsOf(chatId).includes('Hello, Imani here'));

    expect(await desk.genesys.switchMode({ chatId, mode: 'monitor' })).toMatchObject({ ok: true });
    await until('silent again', () => ownVisibility(chatId) === 'supervisors');
    expect(await desk.genesys.leave({ chatId })).toMatchObject({ ok: true });
    await until('left', () => stateOf(chatId) === 'finished' || stateOf(chatId) === 'left');

    const readBy = (party: string) => desk.floor.control.seenBy({ chatId, party }).messages.map((line) => line.text);
    expect(readBy('customer')).toContain('Hello, Imani here');
    expect(readBy('customer')).not.toContain('offer a voucher');
    expect(readBy(userName)).toContain('offer a voucher');
  });

  it('intrudes into a running chat, accepts, and reads its history', async () => {
    await desk.goLive();
    const userName = firstAgent();
    const { chatId } = desk.floor.control.startChat({ agent: userName });
    desk.floor.control.customerSays({ chatId, text: 'before you came' });
    const agentId = agentNamed(userName).id;
    expect(await desk.genesys.intrude({ agentId, chatId, mode: 'monitor' })).toMatchObject({ ok: true });
    await until('invited', () => stateOf(chatId) === 'invited');
    expect(await desk.genesys.accept({ chatId })).toMatchObject({ ok: true });
    await until('joined', () => stateOf(chatId) === 'active');
    await until('the past', () => desk.sink.textsOf(chatId).includes('before you came'));
    desk.floor.control.transferToQueue({ chatId });
    await until('revoked', () => stateOf(chatId) === 'revoked');
  });

  it('signs out and leaves nothing behind on either side', async () => {
    await desk.goLive();
    await desk.genesys.signOut();
    expect(desk.sink.connection).toMatchObject({ phase: 'signedOut', reason: 'signedOutByUser' });
    expect(desk.floor.control.sessions()).toEqual({ http: 0, stream: 0 });
    expect(await desk.http.cookiesFor(`${desk.floor.url}/api/v2/me`)).toBe('');
    const operations = desk.floor.control.requests().map((request) => request.operation);
    expect(operations.lastIndexOf('EndContactCenterSession')).toBe(operations.length - 1);
    expect(operations).toContain('/meta/disconnect');
    expect(await desk.genesys.leave({ chatId: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'session.signedOut' },
    });
  });

  it('signs in again after signing out', async () => {
    await desk.goLive();
    await desk.genesys.signOut();
    const mark = desk.sink.mark();
    await desk.goLive();
    expect(desk.sink.since(mark)).not.toContainEqual({ what: 'renewed' });
  });
});

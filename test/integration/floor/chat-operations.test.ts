import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { done, fail } from '../../../main/base/result';
import type { Chat, FoundTarget, Mode, Result } from '../../../preload/contract';
import { openPracticeDesk, type PracticeDesk } from '../../support/floor/practice-desk';
import { FloorVisitor } from '../../support/practice/floor-visitor';
import { until } from '../../support/until';

let desk: PracticeDesk;
let asked = 0;
beforeEach(async () => {
  // Colleagues who are called take their time; here ten times faster.
  desk = await openPracticeDesk({ timeScale: 10 });
  for (const { userName, isSupervisor } of desk.floor.control.people()) {
    if (!isSupervisor) desk.floor.control.setPresence({ userName, presence: 'ready' });
  }
});
afterEach(() => desk.close());

const once = (): string => `request-${(asked += 1)}`;
const idOf = (userName: string): string =>
  desk.floor.control.people().find((person) => person.userName === userName)?.id ?? '';

/** A chat of Ana's that the supervisor is in. */
async function chatIn(mode: Mode, customer = 'Robin Vale'): Promise<string> {
  await desk.commands['agents.watch']({ requestId: once(), agentId: idOf('ana.ruiz'), mode, scope: 'nextChat' });
  const { chatId } = desk.floor.control.startChat({ agent: 'ana.ruiz', customer });
  await desk.chatWhen(chatId, `in ${mode}`, (chat) => chat.mode === mode && chat.customerName !== null);
  return chatId;
}

/** The answer to the click, and how the intent ended once it was over. */
async function performed(result: Promise<Result<unknown>>): Promise<unknown> {
  const answer = await result;
  await until('nothing under way', () => desk.truth.snapshot().pending.length === 0);
  const last = desk.changes.findLast((change) => change.type === 'intentSettled');
  return { answer: answer.ok ? 'accepted' : answer.error, error: last?.type === 'intentSettled' ? last.error : 'none' };
}
const worked = { answer: 'accepted', error: null };

const stateOf = (chatId: string, name: string): string | undefined =>
  desk.floor.control
    .chats()
    .find((chat) => chat.chatId === chatId)
    ?.parties.findLast((party) => party.name === name)?.state;
const present = (chatId: string, viewer: string): readonly string[] =>
  desk.floor.control.seenBy({ chatId, party: viewer }).participants.map(({ nickname }) => nickname);
const heard = (chatId: string, party: string, type = 'Text'): readonly (string | null)[] =>
  desk.floor.control
    .seenBy({ chatId, party })
    .messages.flatMap((message) => (message.type === type ? message.text : []));
const sent = (operation: string): number =>
  desk.floor.control.requests().filter((request) => request.operation === operation).length;

/** The chat's data as the agent has it. */
async function dataOfAgent(chatId: string): Promise<Record<string, unknown>> {
  const ana = new FloorVisitor(desk.floor.url);
  await ana.signIn('ana.ruiz');
  const { chat } = (await ana.get(`/me/chats/${chatId}`)).body as { chat: { userData: Record<string, unknown> } };
  return chat.userData;
}

async function find(query: string, kinds: readonly FoundTarget['kind'][]): Promise<readonly FoundTarget[]> {
  const found = await desk.commands['directory.find']({ query, kinds });
  if (!found.ok) throw new Error(found.error.code);
  return found.value.targets;
}

describe('handing a chat over', () => {
  it('to an agent: they have it, the supervisor is out, and the server was asked once', async () => {
    const chatId = await chatIn('bargeIn');
    await until('the directory', () => desk.truth.agents.length > 0);
    const [target] = await find('weber', ['agent', 'queue']);
    expect(target).toMatchObject({ kind: 'agent', id: idOf('jonas.weber'), name: 'Jonas Weber', presence: 'ready' });
    const request = { requestId: once(), chatId, target: { kind: 'agent', id: target!.id } } as const;
    const both = [desk.commands['chats.transfer'](request), desk.commands['chats.transfer'](request)];
    expect(await performed(Promise.all(both).then(([first]) => first!))).toEqual(worked);
    await until('Jonas has it', () => stateOf(chatId, 'Jonas Weber') === 'Chatting');
    expect([stateOf(chatId, 'supervisor'), desk.truth.chat(chatId)?.state, sent('Transfer')]).toEqual([
      'Completed',
      'finished',
      1,
    ]);
    expect(present(chatId, 'customer')).not.toContain('supervisor');
  });

  it('to a queue of the directory: everybody but the customer is out', async () => {
    const chatId = await chatIn('bargeIn');
    const [target] = await find('pay', ['queue']);
    expect(target).toMatchObject({ kind: 'queue', name: 'Payments' });
    const request = { requestId: once(), chatId, target: { kind: 'queue', id: target!.id } } as const;
    expect(await performed(desk.commands['chats.transfer'](request))).toEqual(worked);
    expect([stateOf(chatId, 'Ana Ruiz'), stateOf(chatId, 'Robin Vale')]).toEqual(['Revoked', 'Chatting']);
  });

  it('is refused in the server’s words when the target is not there', async () => {
    const chatId = await chatIn('coach');
    desk.floor.control.setPresence({ userName: 'jonas.weber', presence: 'loggedOut' });
    const target = { kind: 'agent', id: idOf('jonas.weber') } as const;
    const { answer } = (await performed(desk.commands['chats.transfer']({ requestId: once(), chatId, target }))) as {
      answer: unknown;
    };
    expect(answer).toMatchObject({ code: 'command.refused', serverSays: 'The target is not logged in' });
    expect(desk.truth.chat(chatId)?.state).toBe('active');
  });
});

describe('colleagues', () => {
  const target = () => ({ kind: 'agent', id: idOf('jonas.weber') }) as const;
  const isThere = (chat: Chat): boolean => chat.participants.some(({ userId }) => userId === target().id);

  it('are consulted beside the chat, unseen by the customer, and sent home again', async () => {
    const chatId = await chatIn('coach');
    expect(await performed(desk.commands['chats.consult']({ requestId: once(), chatId, target: target() }))).toEqual(
      worked,
    );
    const consulting = await desk.chatWhen(chatId, 'the consulted one', isThere);
    expect(consulting.can).toContain('cancelConsult');
    expect([present(chatId, 'customer'), present(chatId, 'ana.ruiz')]).toEqual([
      ['Robin Vale', 'Ana Ruiz'],
      ['Robin Vale', 'Ana Ruiz', 'supervisor', 'Jonas Weber'],
    ]);
    expect(await performed(desk.commands['chats.cancelConsult']({ requestId: once(), chatId }))).toEqual(worked);
    await desk.chatWhen(chatId, 'alone again', (chat) => !isThere(chat) && !chat.can.includes('cancelConsult'));
    expect(stateOf(chatId, 'Jonas Weber')).toBe('Revoked');
  });

  it('are called back while it still rings', async () => {
    await desk.close();
    desk = await openPracticeDesk({ timeScale: 0 });
    desk.floor.control.setPresence({ userName: 'jonas.weber', presence: 'ready' });
    const chatId = await chatIn('coach');
    expect(await desk.commands['chats.consult']({ requestId: once(), chatId, target: target() })).toEqual(done);
    await desk.chatWhen(chatId, 'ringing', (chat) => chat.can.includes('cancelConsult'));
    expect(await desk.commands['chats.cancelConsult']({ requestId: once(), chatId })).toEqual(done);
    await desk.chatWhen(chatId, 'quiet', (chat) => !chat.can.includes('cancelConsult'));
    await until('nothing under way', () => desk.truth.snapshot().pending.length === 0);
    expect([desk.changes.flatMap((change) => (change.type === 'intentSettled' ? (change.error ?? []) : []))]).toEqual([
      [],
    ]);
    expect(stateOf(chatId, 'jonas.weber')).toBe('Revoked');
  });

  it('are invited before the customer’s eyes, and removed', async () => {
    const chatId = await chatIn('bargeIn');
    expect(await performed(desk.commands['chats.invite']({ requestId: once(), chatId, target: target() }))).toEqual(
      worked,
    );
    const conference = await desk.chatWhen(chatId, 'three of us', (chat) => chat.can.includes('removeParticipant'));
    expect(isThere(conference)).toBe(true);
    expect(present(chatId, 'customer')).toContain('Jonas Weber');
    const request = { requestId: once(), chatId, userId: target().id };
    expect(await performed(desk.commands['chats.removeParticipant'](request))).toEqual(worked);
    expect([stateOf(chatId, 'Jonas Weber'), present(chatId, 'customer')]).toEqual([
      'Completed',
      ['Robin Vale', 'Ana Ruiz', 'supervisor'],
    ]);
  });
});

describe('what is known of the customer', () => {
  it('is added, changed and deleted, and the agent has it so', async () => {
    const chatId = await chatIn('monitor');
    const key = 'Mood?: now > then';
    for (const value of ['calm', 'cross']) {
      expect(await performed(desk.commands['chats.setDatum']({ requestId: once(), chatId, key, value }))).toEqual(
        worked,
      );
      expect((await dataOfAgent(chatId))[key]).toBe(value);
    }
    expect([sent('AttachUserData'), sent('UpdateUserData')]).toEqual([1, 1]);
    expect(await performed(desk.commands['chats.deleteDatum']({ requestId: once(), chatId, key }))).toEqual(worked);
    expect(await dataOfAgent(chatId)).not.toHaveProperty([key]);
    expect(heard(chatId, 'customer')).toEqual([]);
  });

  it('takes a code that the server offers', async () => {
    const chatId = await chatIn('monitor');
    const offered = await desk.commands['dispositions.list'](null);
    expect(offered).toMatchObject({
      ok: true,
      value: { codes: [{ code: 'Solved' }, { label: 'To be followed up' }, {}, {}, {}, {}] },
    });
    const request = { requestId: once(), chatId, code: 'FollowUp' };
    expect(await performed(desk.commands['chats.setDisposition'](request))).toEqual(worked);
    expect((await dataOfAgent(chatId))['DispositionCode']).toBe('FollowUp');
  });

  it('is told to be unchanged when the server takes an accepted change back, without doubt about any other', async () => {
    const chatId = await chatIn('monitor');
    const errorMessage = 'Unable to manage user data for interaction id';
    desk.floor.control.failLater({ userName: 'supervisor', operation: 'AttachUserData', errorMessage });
    const [lost, kept] = ['lost', 'kept'].map((key) => ({ requestId: once(), chatId, key, value: '1' }));
    const answers = [desk.commands['chats.setDatum'](lost!), desk.commands['chats.setDatum'](kept!)];
    await Promise.all(answers);
    await until('nothing under way', () => desk.truth.snapshot().pending.length === 0);
    const settled = desk.changes.flatMap((change) =>
      change.type === 'intentSettled' && change.intent.kind === 'setDatum' ? [[change.intent.about, change.error]] : [],
    );
    expect(Object.fromEntries(settled) as unknown).toEqual({
      lost: { code: 'command.refused', serverSays: errorMessage },
      kept: null,
    });
    expect(await dataOfAgent(chatId)).toMatchObject({ kept: '1' });
  });
});

describe('notices and addresses', () => {
  const words = { composedIn: 'bargeIn', text: 'The shop closes at six' } as const;

  it('reach those they are for, and nobody else', async () => {
    const chatId = await chatIn('bargeIn');
    expect(
      await performed(desk.commands['chats.sendNoticeToEveryone']({ ...words, requestId: once(), chatId })),
    ).toEqual(worked);
    const aside = { ...words, text: 'Be quick', requestId: once(), chatId };
    expect(await performed(desk.commands['chats.sendNoticeToAgents'](aside))).toEqual(worked);
    expect([heard(chatId, 'customer', 'CustomNotice'), heard(chatId, 'ana.ruiz', 'CustomNotice')]).toEqual([
      ['The shop closes at six'],
      ['The shop closes at six', 'Be quick'],
    ]);
  });

  it.each([
    [true, 'SendUrl'],
    [false, 'PushUrl'],
  ])('an address is sent under the name the chat offers it by (%s: %s)', async (sendUrlCapability, name) => {
    desk.floor.control.setQuirks({ sendUrlCapability });
    const chatId = await chatIn('bargeIn');
    const request = { requestId: once(), chatId, composedIn: 'bargeIn', url: 'https://example.com/returns' } as const;
    expect(await performed(desk.commands['chats.pushUrl'](request))).toEqual(worked);
    expect(heard(chatId, 'customer', 'PushUrl')).toEqual(['https://example.com/returns']);
    expect([sent('SendUrl') + sent('PushUrl'), sent(name)]).toEqual([1, 1]);
  });

  it('is not sent where the server does not offer it, or it is no safe address, or the customer is not meant', async () => {
    desk.floor.control.setQuirks({ supervisorsOfferedMore: false });
    const chatId = await chatIn('coach');
    const push = (composedIn: Mode, url: string) =>
      desk.commands['chats.pushUrl']({ requestId: once(), chatId, composedIn, url });
    expect([
      await push('coach', 'https://example.com/'),
      await push('coach', 'http://example.com/'),
      await push('bargeIn', 'https://example.com/'),
    ]).toEqual([fail('command.notOffered'), fail('link.refused'), fail('command.modeDiffers')]);
    await desk.commands['chats.bargeIn']({ requestId: once(), chatId });
    await desk.chatWhen(chatId, 'barged in', (chat) => chat.mode === 'bargeIn');
    expect([
      await push('bargeIn', 'https://example.com/'),
      await desk.commands['chats.complete']({ requestId: once(), chatId }),
      await desk.commands['chats.sendNoticeToEveryone']({ ...words, requestId: once(), chatId }),
    ]).toEqual([fail('command.notOffered'), fail('command.notOffered'), fail('command.notOffered')]);
    expect([sent('SendUrl'), sent('PushUrl'), sent('Complete'), sent('SendCustomNotice')]).toEqual([0, 0, 0, 0]);
  });
});

describe('going out with a last word', () => {
  it.each(['leave', 'complete'] as const)('%s: everyone reads it, and then the supervisor is gone', async (way) => {
    const chatId = await chatIn('bargeIn');
    const lastWords = { composedIn: 'bargeIn', text: 'Goodbye from me' } as const;
    expect(await performed(desk.commands[`chats.${way}`]({ requestId: once(), chatId, lastWords }))).toEqual(worked);
    expect([heard(chatId, 'customer'), present(chatId, 'customer')]).toEqual([
      ['Goodbye from me'],
      ['Robin Vale', 'Ana Ruiz'],
    ]);
    expect(desk.truth.chat(chatId)?.state).toBe('finished');
  });

  it('is refused where not everyone would read it, and nothing happens', async () => {
    const chatId = await chatIn('coach');
    const leave = (composedIn: Mode, text: string) =>
      desk.commands['chats.leave']({ requestId: once(), chatId, lastWords: { composedIn, text } });
    expect([await leave('coach', 'psst'), await leave('bargeIn', 'Bye'), await leave('coach', ' ')]).toEqual([
      fail('command.notOffered'),
      fail('command.modeDiffers'),
      fail('command.emptyText'),
    ]);
    expect([sent('Leave'), heard(chatId, 'ana.ruiz')]).toEqual([0, []]);
  });

  it('completes a chat whose joining failed', async () => {
    const { chatId } = desk.floor.control.startChat({ agent: 'ana.ruiz' });
    desk.floor.control.failNextJoin({ userName: 'supervisor' });
    const agentId = idOf('ana.ruiz');
    await desk.commands['chats.intrude']({ requestId: once(), chatId, agentId, mode: 'monitor' });
    await desk.chatWhen(chatId, 'invited', (chat) => chat.can.includes('accept'));
    await desk.commands['chats.accept']({ requestId: once(), chatId });
    await desk.chatWhen(chatId, 'failed', (chat) => chat.state === 'joinFailed');
    expect(await performed(desk.commands['chats.complete']({ requestId: once(), chatId }))).toEqual(worked);
    expect([desk.truth.chat(chatId)?.state, stateOf(chatId, 'supervisor')]).toEqual(['finished', 'Completed']);
  });
});

describe('what was before', () => {
  it('lists the customer’s earlier conversations, and brings what was said in them as it was', async () => {
    const first = await chatIn('coach');
    desk.floor.control.customerSays({ chatId: first, text: 'My kettle leaks' });
    const whisper = { requestId: once(), chatId: first, composedIn: 'coach', text: 'offer a new one' } as const;
    await performed(desk.commands['chats.sendToAgents'](whisper));
    desk.floor.control.endChat({ chatId: first });
    const second = await chatIn('monitor');
    const history = await desk.commands['history.ofCustomer']({ chatId: second });
    if (!history.ok) throw new Error(history.error.code);
    const [latest] = history.value.interactions;
    expect(latest).toMatchObject({
      id: first,
      medium: 'chat',
      state: 'ended',
      handledBy: 'Ana Ruiz',
      hasTranscript: true,
    });
    expect(history.value.interactions.map(({ id }) => id)).not.toContain(second);
    const past = await desk.commands['history.transcript']({ interactionId: first });
    if (!past.ok) throw new Error(past.error.code);
    const said = past.value.entries.flatMap(({ kind, author, visibility, text }) =>
      kind === 'text' ? [[author.kind, visibility, text]] : [],
    );
    expect(said).toEqual([
      ['customer', 'everyone', 'My kettle leaks'],
      ['self', 'agents', 'offer a new one'],
    ]);
  });

  it('says why when there is nothing to bring', async () => {
    const chatId = await chatIn('monitor');
    const running = await desk.commands['history.transcript']({ interactionId: chatId });
    const unknown = await desk.commands['history.transcript']({ interactionId: 'never-was' });
    expect([running, unknown]).toMatchObject([
      { ok: false, error: { code: 'command.refused' } },
      { ok: false, error: { code: 'command.notFound' } },
    ]);
  });

  it('has no codes to offer where the server has no list of them', async () => {
    desk.floor.control.setQuirks({ dispositionsRead: false });
    expect(await desk.commands['dispositions.list'](null)).toEqual({ ok: true, value: { codes: [] } });
  });
});

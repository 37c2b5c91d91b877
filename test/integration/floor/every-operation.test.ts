import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Chat, ChatCommandRequest, ChatOperationRequest, Mode } from '../../../preload/contract';
import { chatOperationNames, factsOf, type ChatOperation } from '../../../preload/contract/chat-operations';
import type { PracticeRig } from '../../support/floor/practice-rig';
import { openReadyRig, rigTools, worked } from '../../support/floor/rig-tools';

let rig: PracticeRig;
beforeEach(async () => {
  rig = await openReadyRig();
});
afterEach(() => rig.close());

const { once, idOf, chatIn, performed, stateOf, received, dataOfAgent } = rigTools(() => rig);

interface OperationCase<N extends ChatOperation> {
  /** Brings about a chat in which the server offers the operation; returns its id. */
  readonly offered: () => Promise<string>;
  readonly request: (to: ChatCommandRequest) => ChatOperationRequest<N>;
  /** The body that the vendor documents. */
  readonly body: () => Readonly<Record<string, unknown>>;
  /** Whether the server has the effect. */
  readonly isDone: (chatId: string) => boolean | Promise<boolean>;
}

const jonas = () => ({ kind: 'agent', id: idOf('jonas.weber') }) as const;
const jonasUri = (): string => `${rig.floor.url}/api/v2/users/${jonas().id}`;
const nowIn = (chatId: string): Chat | null => rig.floorStore.chat(chatId);
const isMode = (mode: Mode) => (chatId: string) => nowIn(chatId)?.mode === mode;
const isLeft = (chatId: string): boolean => stateOf(chatId, 'supervisor') === 'Completed';

async function invited(): Promise<string> {
  const { chatId } = rig.floor.control.startChat({ agent: 'ana.ruiz' });
  await rig.commands['chats.intrude']({ requestId: once(), chatId, agentId: idOf('ana.ruiz'), mode: 'monitor' });
  await rig.chatWhen(chatId, 'invited', (chat) => chat.allowedActions.includes('accept'));
  return chatId;
}

async function withJonas(kind: 'consult' | 'invite', mode: Mode): Promise<string> {
  const chatId = await chatIn(mode);
  await performed(rig.commands[`chats.${kind}`]({ requestId: once(), chatId, target: jonas() }));
  await rig.chatWhen(chatId, 'Jonas is in', (chat) => chat.participants.some(({ userId }) => userId === jonas().id));
  return chatId;
}

/** An operation that takes nothing but the chat. */
const plain = (
  operationName: string,
  offered: () => Promise<string>,
  isDone: (chatId: string) => boolean | Promise<boolean>,
) => ({
  offered,
  request: (to: ChatCommandRequest) => to,
  body: () => ({ operationName }),
  isDone,
});

const words = { composedIn: 'bargeIn', text: 'Hello' } as const;
const aside = { composedIn: 'coach', text: 'Be quick' } as const;
const url = 'https://example.com/returns';

/** Each operation on the practice floor, which accepts only what the vendor documents. */
const cases: { readonly [N in ChatOperation]: OperationCase<N> } = {
  intrude: {
    offered: () => Promise.resolve(rig.floor.control.startChat({ agent: 'ana.ruiz' }).chatId),
    request: (to) => ({ ...to, agentId: idOf('ana.ruiz'), mode: 'coach' }),
    body: () => ({ operationName: 'Intrude', supervisorVisibilityMode: 'Coach' }),
    isDone: (chatId) => stateOf(chatId, 'supervisor') === 'Invited',
  },
  accept: plain('Accept', invited, isMode('monitor')),
  reject: plain('Reject', invited, isLeft),
  monitor: plain('SwitchToMonitor', () => chatIn('coach'), isMode('monitor')),
  coach: plain('SwitchToCoach', () => chatIn('monitor'), isMode('coach')),
  bargeIn: plain('SwitchToBargeIn', () => chatIn('monitor'), isMode('bargeIn')),
  sendToEveryone: {
    offered: () => chatIn('bargeIn'),
    request: (to) => rig.drafts.composed('everyone', { ...to, ...words }),
    body: () => ({ operationName: 'SendMessage', text: 'Hello' }),
    isDone: (chatId) => received(chatId, 'customer').includes('Hello'),
  },
  sendToAgents: {
    offered: () => chatIn('coach'),
    request: (to) => rig.drafts.composed('agents', { ...to, ...aside }),
    body: () => ({ operationName: 'SendToAgents', text: 'Be quick' }),
    isDone: (chatId) => received(chatId, 'ana.ruiz').includes('Be quick'),
  },
  transfer: {
    offered: () => chatIn('bargeIn'),
    request: (to) => ({ ...to, target: jonas() }),
    body: () => ({ operationName: 'Transfer', targetUri: jonasUri() }),
    isDone: (chatId) => stateOf(chatId, 'Jonas Weber') === 'Chatting' && isLeft(chatId),
  },
  consult: {
    offered: () => chatIn('coach'),
    request: (to) => ({ ...to, target: jonas() }),
    body: () => ({ operationName: 'Consult', targetUri: jonasUri() }),
    isDone: (chatId) => stateOf(chatId, 'Jonas Weber') === 'Chatting',
  },
  cancelConsult: plain(
    'CancelConsult',
    () => withJonas('consult', 'coach'),
    (chatId) => stateOf(chatId, 'Jonas Weber') === 'Revoked',
  ),
  invite: {
    offered: () => chatIn('bargeIn'),
    request: (to) => ({ ...to, target: jonas() }),
    body: () => ({ operationName: 'Invite', targetUri: jonasUri() }),
    isDone: (chatId) => stateOf(chatId, 'Jonas Weber') === 'Chatting',
  },
  /** The documentation names the parameter differently in its table and in its sample, so both are sent. */
  removeParticipant: {
    offered: () => withJonas('invite', 'bargeIn'),
    request: (to) => ({ ...to, userId: jonas().id }),
    body: () => ({
      operationName: 'RemoveParticipantFromConference',
      targetUri: jonasUri(),
      userUri: jonasUri(),
    }),
    isDone: (chatId) => stateOf(chatId, 'Jonas Weber') === 'Completed',
  },
  sendNoticeToAgents: {
    offered: () => chatIn('coach'),
    request: (to) => ({ ...to, ...aside, readers: rig.drafts.readers(to.chatId, 'agents') }),
    body: () => ({ operationName: 'SendCustomNoticeToAgents', noticeText: 'Be quick' }),
    isDone: (chatId) => received(chatId, 'ana.ruiz', 'CustomNotice').includes('Be quick'),
  },
  sendNoticeToEveryone: {
    offered: () => chatIn('bargeIn'),
    request: (to) => ({ ...to, ...words, readers: rig.drafts.readers(to.chatId, 'everyone') }),
    body: () => ({ operationName: 'SendCustomNotice', noticeText: 'Hello' }),
    isDone: (chatId) => received(chatId, 'customer', 'CustomNotice').includes('Hello'),
  },
  /** Undocumented; captured under this name. */
  pushUrl: {
    offered: () => chatIn('bargeIn'),
    request: (to) => ({ ...to, composedIn: 'bargeIn', readers: rig.drafts.readers(to.chatId, 'everyone'), url }),
    body: () => ({ operationName: 'SendUrl', url }),
    isDone: (chatId) => received(chatId, 'customer', 'PushUrl').includes(url),
  },
  setDisposition: {
    offered: () => chatIn('monitor'),
    request: (to) => ({ ...to, code: 'FollowUp' }),
    body: () => ({ operationName: 'SetDisposition', disposition: 'FollowUp' }),
    isDone: async (chatId) => (await dataOfAgent(chatId))['DispositionCode'] === 'FollowUp',
  },
  setCustomerField: {
    offered: () => chatIn('monitor'),
    request: (to) => ({ ...to, key: 'Mood', value: 'calm' }),
    body: () => ({ operationName: 'AttachUserData', userData: { Mood: 'calm' } }),
    isDone: async (chatId) => (await dataOfAgent(chatId))['Mood'] === 'calm',
  },
  deleteCustomerField: {
    offered: () => chatIn('monitor'),
    request: (to) => ({ ...to, key: 'FirstName' }),
    body: () => ({ operationName: 'DeleteUserData', keys: ['FirstName'] }),
    isDone: async (chatId) => !('FirstName' in (await dataOfAgent(chatId))),
  },
  leave: {
    offered: () => chatIn('coach'),
    request: (to) => ({ ...to, partingMessage: null }),
    body: () => ({ operationName: 'Leave' }),
    isDone: isLeft,
  },
  complete: {
    offered: () => chatIn('bargeIn'),
    request: (to) => ({ ...to, partingMessage: { ...words, readers: rig.drafts.readers(to.chatId, 'everyone') } }),
    body: () => ({ operationName: 'Complete', text: 'Hello' }),
    isDone: (chatId) => received(chatId, 'customer').includes('Hello') && stateOf(chatId, 'supervisor') === 'Completed',
  },
};

/** Performs an operation in this chat, and returns which requests it took. */
async function perform(operation: ChatOperation, chatId: string) {
  const before = rig.requested.length;
  const commands = rig.commands as Readonly<
    Record<string, (request: unknown) => ReturnType<(typeof rig.commands)['chats.leave']>>
  >;
  const request = cases[operation].request({ requestId: once(), chatId });
  const outcome = await performed(commands[`chats.${operation}`]!(request));
  return {
    outcome,
    requests: rig.requested
      .slice(before)
      .flatMap(({ path, body }) => (path.endsWith(`/chats/${chatId}`) ? [body] : [])),
  };
}

describe.each(chatOperationNames)('%s', (operation) => {
  const { offered, body, isDone } = cases[operation];

  it('is requested once, as documented, and confirmed by its effect', async () => {
    const chatId = await offered();
    expect(await perform(operation, chatId)).toEqual({ outcome: worked, requests: [body()] });
    await expect.poll(() => isDone(chatId), { timeout: 10_000 }).toBe(true);
  });
});

/** The server lists the others among the capabilities of a chat. */
const listed = chatOperationNames.filter((operation) => factsOf(operation).offeredAs.length > 0);

it.each(listed)('%s is not requested once the supervisor has left', async (operation) => {
  const chatId = await cases[operation].offered();
  const exit = nowIn(chatId)?.state === 'invited' ? 'chats.reject' : 'chats.leave';
  await performed(rig.commands[exit]({ requestId: once(), chatId }));
  expect((await perform(operation, chatId)).requests).toEqual([]);
});

import type { Answer } from '../contact-centre/operation-result';
import {
  accepted,
  acceptedAs,
  missing,
  notInThisState,
  refuse,
  StatusCode,
  unknownResource,
} from '../contact-centre/operation-result';
import { changeData, setDisposition } from '../contact-centre/customer-data';
import type { Target } from '../contact-centre/handing-over';
import { cancelConsult, consult, invite, removeParticipant, transfer } from '../contact-centre/handing-over';
import { accept, reject } from '../contact-centre/joining';
import { complete, leave, placeInQueue } from '../contact-centre/leaving';
import type { Chat, Party } from '../contact-centre/model';
import { queueByIdOrName } from '../contact-centre/queues';
import type { MessageScope } from '../contact-centre/speaking';
import { pushUrl, sendNotice, speak, typing } from '../contact-centre/speaking';
import { switchMode } from '../contact-centre/supervising';
import { isOver, messagesFor, partyOf } from '../contact-centre/visibility';
import { chatJson } from '../wire/chat-json';
import { wireMedia } from '../wire/media';
import { messageJson } from '../wire/message-json';
import type { ResourceCall, Resource } from './resource-call';
import { listed, operate } from './resource-call';

export function readMyChats(call: ResourceCall): Answer {
  const mine = call.centre.chatsOf(call.person.id).filter(({ chat }) => chat.medium === call.medium);
  return listed(
    call,
    wireMedia[call.medium].resource,
    mine.map(({ chat, party }) => chatJson(call.dialect, chat, party)),
  );
}

interface Mine {
  readonly chat: Chat;
  readonly party: Party;
}

function myChat(call: ResourceCall): Mine | null {
  const chat = call.centre.chats.get(call.ids[0] ?? '');
  const party = chat === undefined ? null : partyOf(chat, call.person.id);
  return chat?.medium !== call.medium || party === null ? null : { chat, party };
}

function unknownChat(call: ResourceCall): Answer {
  return unknownResource(`chat ${call.ids[0] ?? ''}`);
}

export function readMyChat(call: ResourceCall): Answer {
  const mine = myChat(call);
  return mine === null
    ? unknownChat(call)
    : {
        statusCode: 0,
        [wireMedia[call.medium].payload]: chatJson(call.dialect, mine.chat, mine.party),
      };
}

/** Undocumented, so switchable: the part of the transcript that this viewer may read. */
export function readMyChatMessages(call: ResourceCall): Answer {
  const mine = myChat(call);
  if (!call.dialect.quirks.chatMessagesRead || mine === null) return unknownChat(call);
  if (mine.party.state !== 'Chatting' && mine.party.state !== 'LeftChat') return notInThisState('messages');
  const first = Number.parseInt(call.query.get('index') ?? '0', 10) || 0;
  const messages = messagesFor(mine.party.role, mine.chat.log).filter((message) => message.index >= first);
  return { statusCode: 0, messages: messages.map((message) => messageJson(call.dialect, message)) };
}

/** Turns a rule of the contact centre into an operation on the chat of the path. */
const on =
  (rule: (call: ResourceCall, mine: Mine) => Answer): Resource =>
  (call) => {
    const mine = myChat(call);
    if (mine === null) return unknownChat(call);
    if (isOver(mine.party)) return notInThisState(call.parameters.text('operationName') ?? '');
    return rule(call, mine);
  };

function speechOf(call: ResourceCall, audience: MessageScope, parameter: string) {
  const operation = call.parameters.text('operationName') ?? '';
  const treatAs = call.parameters.text('treatAs') === 'System' ? ('System' as const) : ('Normal' as const);
  return { operation, audience, text: call.parameters.text(parameter), treatAs };
}

const speakTo = (audience: MessageScope): Resource =>
  on((call, { chat, party }) => speak(call.centre, chat, party, speechOf(call, audience, 'text')));

const noticeTo = (audience: MessageScope): Resource =>
  on((call, { chat, party }) => sendNotice(call.centre, chat, party, speechOf(call, audience, 'noticeText')));

const type = (audience: MessageScope, isTyping: boolean): Resource =>
  on((call, { chat, party }) => typing(call.centre, chat, party, audience, isTyping));

/** Sends a parting message before the party leaves, to the party's audience. */
function partingWord(call: ResourceCall, { chat, party }: Mine): Answer {
  const text = call.parameters.text('text');
  if (text === null) return accepted;
  return speak(call.centre, chat, party, speechOf(call, party.visibility === 'All' ? 'All' : 'Agents', 'text'));
}

const afterPartingWord = (rule: (call: ResourceCall, mine: Mine) => Answer): Resource =>
  on((call, mine) => {
    const word = partingWord(call, mine);
    return word.statusCode === 0 ? rule(call, mine) : word;
  });

function completeOrQueue(call: ResourceCall, { chat, party }: Mine): Answer {
  const queueName = call.parameters.text('queueName');
  const isOffered =
    party.role === 'agent' || party.state === 'JoinFailed' || call.dialect.quirks.supervisorsOfferedMore;
  if (!isOffered) return notInThisState('Complete');
  if (queueName === null) return complete(call.centre, chat, party);
  if (party.role !== 'agent' || party.state !== 'Chatting') return notInThisState('Complete');
  placeInQueue(call.centre, chat, party, queueName);
  return accepted;
}

/** A queue may be named by the end of its address too; the first given name counts. */
const withTarget = (
  names: readonly string[],
  rule: (call: ResourceCall, mine: Mine, target: Target) => Answer,
): Resource =>
  on((call, mine) => {
    const uri = names.map((name) => call.parameters.text(name)).find((given) => given !== null);
    if (uri === undefined) return missing(names[0] ?? 'targetUri');
    const queueId = /\/queues\/([^/]+)$/.exec(uri)?.[1];
    const queue = queueId === undefined ? null : queueByIdOrName(decodeURIComponent(queueId));
    if (queue !== null) return rule(call, mine, { queueName: queue.name });
    const person = queueId === undefined ? call.centre.personByUri(uri) : null;
    return person === null ? unknownResource(uri) : rule(call, mine, { person });
  });

const transferToTarget = withTarget(['targetUri'], (call, { chat, party }, target) =>
  transfer(call.centre, chat, party, target),
);

function transferTo(call: ResourceCall, { chat, party }: Mine): Answer {
  const queueName = call.parameters.text('queueName');
  return queueName === null ? transferToTarget(call) : transfer(call.centre, chat, party, { queueName });
}

/** Accepted like any operation; its failure is reported on the stream. */
function failsLater({ centre, person, parameters }: ResourceCall): Answer | null {
  const planned = centre.failingLater.get(person.id);
  if (planned === undefined || planned.operation !== parameters.text('operationName')) return null;
  centre.failingLater.delete(person.id);
  const referenceId = centre.nextReferenceId();
  centre.outbox.operationFailed(person.id, planned.errorMessage, referenceId);
  return acceptedAs(referenceId);
}

const pushUrlAs = (name: 'SendUrl' | 'PushUrl'): Resource =>
  on((call, { chat, party }) =>
    call.dialect.quirks.sendUrlCapability === (name === 'SendUrl')
      ? pushUrl(call.centre, chat, party, name, call.parameters.text('url'))
      : refuse(StatusCode.outOfRange, `Unknown operation: ${name}`),
  );

function dispose(call: ResourceCall, { chat, party }: Mine): Answer {
  const disposition = call.parameters.text('disposition');
  if (disposition === null) return missing('disposition');
  return setDisposition(call.centre, chat, party, disposition, call.parameters.text('dispositionKey'));
}

function setData(call: ResourceCall, { chat, party }: Mine): Answer {
  const set = call.parameters.data('userData');
  if (set === null) return missing('userData');
  return changeData(call.centre, chat, party, { operation: 'user data', set });
}

function deleteData(call: ResourceCall, { chat, party }: Mine): Answer {
  const remove = call.parameters.texts('keys');
  return remove === null
    ? missing('keys')
    : changeData(call.centre, chat, party, { operation: 'DeleteUserData', remove });
}

/** The one response for which the documentation prints another field name. */
function rejectOffer(call: ResourceCall, { chat, party }: Mine): Answer {
  const answer = reject(call.centre, chat, party);
  return answer.statusCode === 0 && call.dialect.quirks.rejectAnswersStatus
    ? { ...answer, printedAs: { status: 0 } }
    : answer;
}

const operations: Readonly<Record<string, Resource>> = {
  Accept: on((call, { chat, party }) => accept(call.centre, chat, party, call.parameters.text('nickname'))),
  Reject: on(rejectOffer),
  SendMessage: speakTo('All'),
  SendToAgents: speakTo('Agents'),
  SendStartTypingNotification: type('All', true),
  SendStopTypingNotification: type('All', false),
  SendStartTypingToAgentsNotification: type('Agents', true),
  SendStopTypingToAgentsNotification: type('Agents', false),
  SendCustomNotice: noticeTo('All'),
  SendCustomNoticeToAgents: noticeTo('Agents'),
  SendUrl: pushUrlAs('SendUrl'),
  PushUrl: pushUrlAs('PushUrl'),
  SwitchToMonitor: on((call, { chat, party }) => switchMode(call.centre, chat, party, 'Monitor')),
  SwitchToCoach: on((call, { chat, party }) => switchMode(call.centre, chat, party, 'Coach')),
  SwitchToBargeIn: on((call, { chat, party }) => switchMode(call.centre, chat, party, 'BargeIn')),
  Leave: afterPartingWord((call, { chat, party }) => leave(call.centre, chat, party)),
  Complete: afterPartingWord(completeOrQueue),
  Transfer: afterPartingWord(transferTo),
  Invite: withTarget(['targetUri'], (call, { chat, party }, target) => invite(call.centre, chat, party, target)),
  Consult: withTarget(['targetUri', 'targetPath'], (call, { chat, party }, target) =>
    consult(call.centre, chat, party, target),
  ),
  CancelConsult: on((call, { chat, party }) => cancelConsult(call.centre, chat, party)),
  RemoveParticipantFromConference: withTarget(['targetUri', 'userUri'], (call, { chat, party }, target) =>
    'person' in target ? removeParticipant(call.centre, chat, party, target.person) : missing('targetUri'),
  ),
  SetInFocus: on((_, { party }) => (party.state === 'Invited' ? notInThisState('SetInFocus') : accepted)),
  SetDisposition: on(dispose),
  AttachUserData: on(setData),
  UpdateUserData: on(setData),
  DeleteUserData: on(deleteData),
};

export function operateOnMyChat(call: ResourceCall): Answer {
  return failsLater(call) ?? operate(call, operations);
}

import { chatOperations } from '../contact-centre/chat-operations';
import type { Chat, Party } from '../contact-centre/model';
import type { Answer } from '../contact-centre/operation-result';
import { acceptedAs, notInThisState, unknownResource } from '../contact-centre/operation-result';
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

/** The operations of the contact centre, on the chat of the path. */
const operations: Readonly<Record<string, Resource>> = Object.fromEntries(
  Object.entries(chatOperations).map(([operation, { run }]) => [
    operation,
    (call: ResourceCall): Answer => {
      const mine = myChat(call);
      if (mine === null) return unknownChat(call);
      if (isOver(mine.party)) return notInThisState(operation);
      const { centre, parameters, dialect } = call;
      return run({ ...mine, centre, parameters, quirks: dialect.quirks, operation });
    },
  ]),
);

/** Accepted like any operation; its failure is reported on the stream. */
function failsLater({ centre, person, parameters }: ResourceCall): Answer | null {
  const planned = centre.failingLater.get(person.id);
  if (planned === undefined || planned.operation !== parameters.text('operationName')) return null;
  centre.failingLater.delete(person.id);
  const referenceId = centre.nextReferenceId();
  centre.outbox.operationFailed(person.id, planned.errorMessage, referenceId);
  return acceptedAs(referenceId);
}

export function operateOnMyChat(call: ResourceCall): Answer {
  return failsLater(call) ?? operate(call, operations);
}

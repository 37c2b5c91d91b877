import { capabilitiesOf } from '../contact-centre/capabilities';
import type { Chat, Party } from '../contact-centre/model';
import { wireDate } from './dates';
import type { Dialect } from './dialect';
import { reference, uriOf } from './dialect';
import { participantsJson } from './participant-json';

/** An id of its own, not the queue's name: that is what a client has to cope with. */
const SUGGESTED_QUEUE = '/queues/613eefbe-5391-4d04-b98c-843dc4e8be86';

export interface ChatView {
  readonly tellsParticipants?: boolean;
  readonly isEmbedded?: boolean;
}

export function dataJson(chat: Chat, dialect: Dialect): Record<string, unknown> {
  const oddities = dialect.quirks.oddUserDataKeys
    ? { 'PegAG?:Customer_Service > 1': 1, 'RStrategy: Chat Route?': 'default', RRequestedSkills: null }
    : {};
  return { ...oddities, ...Object.fromEntries(chat.userData) };
}

/** The chat as this one user has it. */
export function chatJson(dialect: Dialect, chat: Chat, viewer: Party, view: ChatView = {}): Record<string, unknown> {
  const { quirks } = dialect;
  const bare = view.isEmbedded === true && quirks.embeddedChatsWithoutUri;
  const capabilities = capabilitiesOf(chat, viewer, {
    bargeIn: quirks.switchBargeInCapability ? 'SwitchBargeIn' : 'SwitchToBargeIn',
    monitorListsSending: quirks.monitorListsSending,
  });
  return {
    id: chat.id,
    state: viewer.state,
    chatType: 'Inbound',
    receivedDate: wireDate(chat.receivedAt, quirks),
    capabilities,
    ...(bare ? {} : reference(dialect, `/chats/${chat.id}`)),
    participants: view.tellsParticipants === false ? [] : participantsJson(dialect, viewer, chat),
    userData: dataJson(chat, dialect),
    suggestedQueueUris: [uriOf(dialect, SUGGESTED_QUEUE)],
    ...(quirks.revelantTemplates ? { revelantResponseTemplateGroups: [] } : {}),
  };
}

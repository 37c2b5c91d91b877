import { capabilitiesOf } from '../contact-centre/chat-operations';
import type { Chat, Interaction, Party } from '../contact-centre/model';
import { queues } from '../contact-centre/queues';
import { wireDate } from './dates';
import type { WireFormat } from './wire-format';
import { reference, uriOf } from './wire-format';
import { wireMedia } from './media';
import { participantsJson } from './participant-json';

const SUGGESTED_QUEUE = `/queues/${queues[0]?.id ?? ''}`;

export interface ChatJsonOptions {
  readonly includesParticipants?: boolean;
  readonly isEmbedded?: boolean;
}

export function dataJson(chat: Pick<Interaction, 'userData'>, dialect: WireFormat): Record<string, unknown> {
  const oddities = dialect.quirks.oddUserDataKeys
    ? { 'PegAG?:Customer_Service > 1': 1, 'RStrategy: Chat Route?': 'default', RRequestedSkills: null }
    : {};
  return { ...oddities, ...Object.fromEntries(chat.userData) };
}

export function sessionPath(chat: Chat): string {
  return `/${wireMedia[chat.medium].resource}/${chat.id}`;
}

/** The chat from the viewpoint of this user. */
export function chatJson(
  dialect: WireFormat,
  chat: Chat,
  viewer: Party,
  view: ChatJsonOptions = {},
): Record<string, unknown> {
  const { quirks } = dialect;
  const bare = view.isEmbedded === true && quirks.embeddedChatsWithoutUri;
  const capabilities = capabilitiesOf({ chat, party: viewer, quirks });
  return {
    id: chat.id,
    state: viewer.state,
    chatType: 'Inbound',
    receivedDate: wireDate(chat.receivedAt, quirks),
    capabilities,
    ...(bare ? {} : reference(dialect, sessionPath(chat))),
    participants: view.includesParticipants === false ? [] : participantsJson(dialect, viewer, chat),
    userData: dataJson(chat, dialect),
    suggestedQueueUris: [uriOf(dialect, SUGGESTED_QUEUE)],
    ...(quirks.revelantTemplates ? { revelantResponseTemplateGroups: [] } : {}),
  };
}

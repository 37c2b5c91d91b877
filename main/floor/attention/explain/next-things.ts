import type { Author, Chat, TranscriptEntry } from '../../../../preload/contract';
import type { Acknowledgement } from '../acknowledgements';
import type { Listening } from '../listening';
import type { QueueItem } from '../queue-item';
import { advanceTrace } from '../traces/chat-trace';

type Joined = NonNullable<QueueItem['joined']>;

const someAgent: Author = {
  participantId: 'another-agent',
  kind: 'agent',
  nickname: '',
  userId: 'another-agent',
  visibility: 'everyone',
};

/** Returns the chat after a reply that the customer can read and that uses no keyword. */
export function afterReply(item: QueueItem, now: number, listening: Listening): QueueItem {
  const { joined } = item;
  if (joined === null) return item;
  const entry = nextEntry(joined, { kind: 'text', author: authorOfReply(joined.chat), at: now });
  return { ...item, joined: { ...joined, trace: advanceTrace(joined.trace, entry, listening) } };
}

/** Returns the chat after another agent took it over; `null`: it is no longer this supervisor's to see. */
export function afterAgentJoins(item: QueueItem, now: number, listening: Listening): QueueItem | null {
  const { joined } = item;
  // A chat known from the directory only is listed with its new agent from then on.
  if (joined === null) return null;
  const { chat } = joined;
  const entry = nextEntry(joined, { kind: 'joined', author: someAgent, at: now });
  return {
    ...item,
    orphan: null,
    joined: {
      ...joined,
      agent: null,
      aloneSince: null,
      chat: { ...chat, participants: [...chat.participants, { ...someAgent, participantId: 'another-agent' }] },
      trace: advanceTrace(joined.trace, entry, listening),
    },
  };
}

/** Returns the chat after the supervisor acknowledged these reasons. */
export function afterAcknowledge(
  item: QueueItem,
  reasons: readonly Acknowledgement['reason'][],
  now: number,
): QueueItem {
  const added = reasons.map((reason) => [reason.rule, { reason, markedAt: now }] as const);
  return { ...item, acknowledgements: new Map([...item.acknowledgements, ...added]) };
}

function nextEntry(
  { trace }: Joined,
  { kind, author, at }: Pick<TranscriptEntry, 'kind' | 'author' | 'at'>,
): TranscriptEntry {
  return { index: (trace.lastIndex ?? 0) + 1, kind, author, visibility: 'everyone', text: '', at };
}

/** Without an agent in the chat, only the supervisor can answer. */
function authorOfReply({ participants }: Chat): Author {
  const agent = participants.find(({ kind }) => kind === 'agent');
  if (agent !== undefined) return { ...agent, visibility: 'everyone' };
  return { participantId: null, kind: 'self', nickname: '', userId: null, visibility: 'everyone' };
}

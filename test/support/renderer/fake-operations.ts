import type {
  Chat,
  CommandName,
  CommandReply,
  CommandRequest,
  Disposition,
  Done,
  EntryKind,
  FloorChange,
  FoundTarget,
  CommandKind,
  PastInteraction,
  Result,
  Snapshot,
  TranscriptEntry,
} from '../../../preload/contract';
import { participant } from './seed-floor';

type OperationName =
  | 'chats.sendToEveryone'
  | 'chats.sendToAgents'
  | 'chats.transfer'
  | 'chats.consult'
  | 'chats.cancelConsult'
  | 'chats.invite'
  | 'chats.removeParticipant'
  | 'chats.complete'
  | 'chats.setDisposition'
  | 'chats.setCustomerField'
  | 'chats.deleteCustomerField'
  | 'chats.sendNoticeToEveryone'
  | 'chats.sendNoticeToAgents'
  | 'chats.pushUrl'
  | 'directory.find'
  | 'dispositions.list'
  | 'history.ofCustomer'
  | 'history.transcript';

type Handlers = {
  [N in Extract<CommandName, OperationName>]: (request: CommandRequest<N>) => Result<CommandReply<N>>;
};

/** What can be looked up at a fake main. */
export class FakeArchive {
  queues: readonly FoundTarget[] = [
    { kind: 'queue', id: 'billing', name: 'Billing' },
    { kind: 'queue', id: 'retention', name: 'Retention' },
  ];
  codes: readonly Disposition[] = [
    { code: 'SOLVED', label: 'Solved' },
    { code: 'CALLBACK', label: 'Will be called back' },
    { code: 'SPAM', label: 'Not a customer' },
  ];
  past: readonly PastInteraction[] = [];
  transcripts: Readonly<Record<string, readonly TranscriptEntry[]>> = {};
}

/** As much of the fake main as its operations stand on. */
export interface OperationWorld {
  readonly archive: FakeArchive;
  readonly snapshot: () => Snapshot;
  readonly chat: (chatId: string) => Chat;
  readonly now: () => number;
  readonly underWay: (
    kind: CommandKind,
    request: { requestId: string; chatId?: string; about?: string },
    effect: () => FloorChange,
  ) => Result<Done>;
}

const mostFound = 50;

/** The operations besides the modes: accepted at once, confirmed when the test publishes their effect. */
export function fakeOperations(world: OperationWorld): Handlers {
  const { archive, chat, underWay } = world;
  const changed = (chatId: string, part: Partial<Chat>): FloorChange => ({
    type: 'chatChanged',
    chat: { ...chat(chatId), ...part },
  });
  const over = (chatId: string): FloorChange =>
    changed(chatId, { state: 'finished', mode: null, allowedActions: [], endedAt: world.now() });
  const withAgent = (chatId: string, id: string, visibility: 'everyone' | 'agents'): FloorChange => {
    const name = world.snapshot().agents.find((one) => one.id === id)?.name ?? 'Somebody';
    const added = { ...participant('agent', name, visibility), userId: id };
    return changed(chatId, { participants: [...chat(chatId).participants, added] });
  };
  const said = (
    kind: CommandKind,
    entryKind: EntryKind,
    request: { requestId: string; chatId: string; composedIn: string },
    text: string,
    visibility: 'everyone' | 'agents',
  ): Result<Done> => {
    const one = chat(request.chatId);
    const author = one.participants.find((party) => party.kind === 'self');
    if (one.mode !== request.composedIn) return { ok: false, error: { code: 'command.modeDiffers' } };
    if (author === undefined) return { ok: false, error: { code: 'command.notOffered' } };
    return underWay(kind, request, () => {
      const entries = world.snapshot().transcripts.find(({ chatId }) => chatId === one.id)?.entries ?? [];
      const index = (entries.at(-1)?.index ?? 0) + 1;
      const entry = { index, kind: entryKind, author, visibility, text, at: world.now() };
      return { type: 'entriesAdded', chatId: one.id, entries: [entry] };
    });
  };
  return {
    'chats.transfer': (request) => underWay('transfer', request, () => over(request.chatId)),
    'chats.complete': (request) => underWay('complete', request, () => over(request.chatId)),
    'chats.consult': (request) =>
      underWay('consult', request, () => withAgent(request.chatId, request.target.id, 'agents')),
    'chats.invite': (request) =>
      underWay('invite', request, () => withAgent(request.chatId, request.target.id, 'everyone')),
    'chats.cancelConsult': (request) =>
      underWay('cancelConsult', request, () =>
        changed(request.chatId, {
          allowedActions: chat(request.chatId).allowedActions.filter((one) => one !== 'cancelConsult'),
        }),
      ),
    'chats.removeParticipant': (request) =>
      underWay('removeParticipant', { ...request, about: request.userId }, () =>
        changed(request.chatId, {
          participants: chat(request.chatId).participants.filter(({ userId }) => userId !== request.userId),
        }),
      ),
    'chats.setDisposition': (request) =>
      underWay('setDisposition', request, () =>
        changed(request.chatId, { customerData: withDatum(chat(request.chatId), 'DispositionCode', request.code) }),
      ),
    'chats.setCustomerField': (request) =>
      underWay('setCustomerField', { ...request, about: request.key }, () =>
        changed(request.chatId, { customerData: withDatum(chat(request.chatId), request.key, request.value) }),
      ),
    'chats.deleteCustomerField': (request) =>
      underWay('deleteCustomerField', { ...request, about: request.key }, () =>
        changed(request.chatId, {
          customerData: chat(request.chatId).customerData.filter(({ key }) => key !== request.key),
        }),
      ),
    'chats.sendToEveryone': (request) => said('sendToEveryone', 'text', request, request.text, 'everyone'),
    'chats.sendToAgents': (request) => said('sendToAgents', 'text', request, request.text, 'agents'),
    'chats.sendNoticeToEveryone': (request) =>
      said('sendNoticeToEveryone', 'customNotice', request, request.text, 'everyone'),
    'chats.sendNoticeToAgents': (request) =>
      said('sendNoticeToAgents', 'customNotice', request, request.text, 'agents'),
    'chats.pushUrl': (request) => said('pushUrl', 'url', request, request.url, 'everyone'),
    'directory.find': ({ query, kinds }) => {
      const agents = world.snapshot().agents.map((agent): FoundTarget => ({ kind: 'agent', ...agent }));
      const all = [...(kinds.includes('agent') ? agents : []), ...(kinds.includes('queue') ? archive.queues : [])];
      const found = all.filter(({ name }) => name.toLowerCase().includes(query.toLowerCase()));
      return { ok: true, value: { targets: found.slice(0, mostFound), hasMore: found.length > mostFound } };
    },
    'dispositions.list': () => ({ ok: true, value: { codes: archive.codes } }),
    'history.ofCustomer': () => ({ ok: true, value: { interactions: archive.past } }),
    'history.transcript': ({ interactionId }) => {
      const entries = archive.transcripts[interactionId];
      return entries === undefined
        ? { ok: false, error: { code: 'command.notFound' } }
        : { ok: true, value: { entries } };
    },
  };
}

function withDatum(chat: Chat, key: string, value: string): Chat['customerData'] {
  return chat.customerData.some((datum) => datum.key === key)
    ? chat.customerData.map((datum) => (datum.key === key ? { key, value } : datum))
    : [...chat.customerData, { key, value }];
}

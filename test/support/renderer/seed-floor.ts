import type {
  Agent,
  Chat,
  ChatAction,
  Mode,
  Participant,
  Snapshot,
  Transcript,
  TranscriptEntry,
  Visibility,
} from '../../../preload/contract';

/** Builders for a floor as main would tell it, for component tests and for looking at screens. */

const minute = 60_000;

export const visibilityOf: Record<Mode, Visibility> = {
  monitor: 'supervisors',
  coach: 'agents',
  bargeIn: 'everyone',
};

export function actionsIn(mode: Mode): readonly ChatAction[] {
  const data: ChatAction[] = ['setDisposition', 'attachUserData', 'updateUserData', 'deleteUserData'];
  const always: ChatAction[] = ['leave', ...data, 'transfer', 'invite', 'consult'];
  const toAgents: ChatAction[] = ['sendToAgents', 'typeToAgents', 'sendNoticeToAgents'];
  const toEveryone: ChatAction[] = ['sendToEveryone', 'typeToEveryone', 'sendNoticeToEveryone', 'pushUrl'];
  switch (mode) {
    case 'monitor':
      return [...always, 'switchToCoach', 'switchToBargeIn'];
    case 'coach':
      return [...always, ...toAgents, 'switchToMonitor', 'switchToBargeIn'];
    case 'bargeIn':
      return [...always, ...toAgents, ...toEveryone, 'removeParticipant', 'switchToMonitor', 'switchToCoach'];
  }
}

export function participant(kind: Participant['kind'], nickname: string, visibility: Visibility | null): Participant {
  const id = `${kind}-${nickname}`.toLowerCase().replaceAll(' ', '-');
  return { participantId: id, kind, nickname, userId: kind === 'customer' ? null : `user-${id}`, visibility };
}

export function seedChat(values: {
  id: string;
  customer: string;
  agent: string;
  mode?: Mode | null;
  state?: Chat['state'];
  receivedAt: number;
  facts?: Record<string, string>;
  medium?: Chat['medium'];
}): Chat {
  const mode = values.mode === undefined ? 'monitor' : values.mode;
  const participants = [
    participant('customer', values.customer, 'everyone'),
    participant('agent', values.agent, 'everyone'),
    ...(mode === null ? [] : [participant('self', 'Sam Supervisor', visibilityOf[mode])]),
  ];
  const state = values.state ?? 'active';
  return {
    id: values.id,
    medium: values.medium ?? 'chat',
    state,
    mode: state === 'active' ? mode : null,
    allowedActions:
      state === 'invited' ? ['accept', 'reject'] : state === 'active' && mode !== null ? actionsIn(mode) : [],
    participants,
    customerName: values.customer,
    agentId: `user-agent-${values.agent}`.toLowerCase().replaceAll(' ', '-'),
    agentName: values.agent,
    customerData: Object.entries(values.facts ?? {}).map(([key, value]) => ({ key, value })),
    receivedAt: values.receivedAt,
    firstSeenAt: values.receivedAt,
    endedAt: state === 'active' || state === 'invited' ? null : values.receivedAt + 6 * minute,
  };
}

export interface SeedLine {
  readonly by: 'customer' | 'agent' | 'self';
  readonly text: string;
  readonly to?: Visibility;
  /** Minutes after the chat was received. */
  readonly after: number;
}

export function seedTranscript(chat: Chat, lines: readonly SeedLine[]): Transcript {
  const start = chat.receivedAt ?? 0;
  const authorOf = (kind: SeedLine['by']): Participant =>
    chat.participants.find((one) => one.kind === kind) ?? participant(kind, 'Someone', 'everyone');
  const joined: TranscriptEntry[] = chat.participants
    .filter((one) => one.kind !== 'self')
    .map((author, index) => ({
      index: index + 1,
      kind: 'joined',
      author,
      visibility: 'everyone',
      text: '',
      at: start + index * 4_000,
    }));
  const texts: TranscriptEntry[] = lines.map((line, position) => ({
    index: joined.length + 1 + position * 2,
    kind: 'text',
    author: authorOf(line.by),
    visibility: line.to ?? 'everyone',
    text: line.text,
    at: start + line.after * minute,
  }));
  return { chatId: chat.id, entries: [...joined, ...texts], gaps: [], typing: [] };
}

export function seedAgent(name: string, values: Partial<Agent> = {}): Agent {
  const id = `user-agent-${name}`.toLowerCase().replaceAll(' ', '-');
  return {
    id,
    userName: name.toLowerCase().replaceAll(' ', '.'),
    name,
    presence: 'ready',
    presenceText: 'Ready',
    groups: ['Orders'],
    chats: [],
    ...values,
  };
}

export function emptySnapshot(): Snapshot {
  return {
    epoch: 1,
    seq: 0,
    session: { phase: 'signedOut' },
    connection: { phase: 'signedOut', reason: 'neverSignedIn', lastSuccessAt: null, nextAttemptAt: null },
    agents: [],
    watches: [],
    ownChannels: [],
    chats: [],
    transcripts: [],
    pending: [],
    attention: [],
    stepBack: null,
  };
}

import type { Chat, Snapshot } from '../../../preload/contract';

const connection: Snapshot['connection'] = {
  phase: 'live',
  reason: 'healthy',
  lastSuccessAt: 1000,
  nextAttemptAt: null,
};

/** A chat of a watched agent, changed as a test wants it. */
export function chatOf(changes: Partial<Chat> = {}): Chat {
  return {
    id: '1',
    medium: 'chat',
    state: 'active',
    mode: 'monitor',
    allowedActions: [],
    participants: [],
    customerName: 'Kim',
    agentId: 'ana',
    agentName: 'Ana Souza',
    customerData: [],
    receivedAt: 1000,
    firstSeenAt: 1000,
    endedAt: null,
    ...changes,
  };
}

/** A floor with somebody signed in who watches Ana. */
export function floorOf(changes: Partial<Snapshot> = {}): Snapshot {
  return {
    epoch: 1,
    seq: 0,
    session: {
      phase: 'signedIn',
      who: { userId: 's', userName: 'sam', name: 'Sam', serverName: null, isPractice: true, serverVersion: null },
    },
    connection,
    agents: [],
    watches: [
      { agentId: 'ana', mode: 'monitor', scope: 'allChats', nickname: '', media: ['chat'], state: 'active', since: 0 },
    ],
    ownChannels: [],
    chats: [],
    transcripts: [],
    pending: [],
    attention: [],
    stepBack: null,
    ...changes,
  };
}

export function connectionOf(phase: Snapshot['connection']['phase']): Snapshot['connection'] {
  return { ...connection, phase };
}

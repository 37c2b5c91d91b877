import type {
  AgentChat,
  Chat,
  SavedWatch,
  PastInteraction,
  Snapshot,
  TranscriptEntry,
} from '../../../../preload/contract';
import { allRights } from '../../../../preload/contract/rights';
import { attentiveFloor, raisedLately } from '../attentive-floor';
import { busyFloor, crowdedFloor } from '../busy-floor';
import type { FakeBridgeOptions } from '../fake-bridge';
import { shiftJournal } from '../shift-journal';
import { emptySnapshot, seedAgent, seedChat, seedTranscript } from '../seed-floor';

const minute = 60_000;
const longName = 'Wilhelmina-Alexandrina Featherstonehaugh-Cholmondeley of Lower';

/** The floors one can look at, by name: `?floor=busy`. */
export const floors: Readonly<Record<string, (now: number) => FakeBridgeOptions>> = {
  busy: (now) => ({ snapshot: attentiveFloor(now), preview: raisedLately(now) }),
  journal: (now) => ({ snapshot: attentiveFloor(now), journal: shiftJournal(now) }),
  managed: (now) => ({
    snapshot: attentiveFloor(now),
    policy: {
      source: '/etc/sightline/policy.json',
      locked: ['theme', 'pastKept', 'resumesWatches', 'acceptsInvitations', 'onClose'],
      rights: { ...allRights, mayBargeIn: false, mayRememberPassword: false },
      allowedHosts: ['gws.example.com', '*.contact.example.org'],
      signInHosts: ['login.example.com'],
      profiles: [
        { name: 'Contact centre North', server: 'https://gws.example.com' },
        { name: 'Contact centre South', server: 'https://gws.south.contact.example.org', singleSignOn: true },
      ],
      clientCertificates: [{ host: '*.example.com', issuer: 'Example GmbH Users CA 2' }],
      negotiateHosts: ['proxy.example.com', '*.example.com'],
      updates: { mode: 'notify', url: 'https://updates.example.com/sightline/', channel: 'latest' },
      problems: [
        { name: 'colour', reason: 'unknown' },
        { name: 'density', reason: 'invalid' },
      ],
    },
  }),
  'journal-unwritable': (now) => ({
    snapshot: attentiveFloor(now),
    journal: { ...shiftJournal(now), state: { problem: 'diskFull', waitingCount: 12, lostCount: 0 } },
  }),
  crowded: (now) => ({ snapshot: crowdedFloor(now, 2_000, 200) }),
  empty: (now) => ({ snapshot: without(busyFloor(now), { areWatched: false }) }),
  waiting: (now) => ({ snapshot: without(busyFloor(now), { areWatched: true }) }),
  'no-notifications': (now) => ({
    snapshot: attentiveFloor(now),
    desktop: {
      state: {
        ...{ notifications: 'noService', tray: 'notKnown', doNotDisturb: 'notKnown', sound: 'systemOnly' },
        ...{ notice: ['noService', 'noTray'], selfTest: 'notDelivered' },
      },
    },
  }),
  'test-not-clicked': (now) => ({
    snapshot: attentiveFloor(now),
    desktop: { state: { doNotDisturb: 'on', notice: ['doNotDisturb'], selfTest: 'notClicked' } },
  }),
  'no-secret-store': () => ({ snapshot: emptySnapshot(), desktop: { secretStore: 'absent' } }),
  'sign-out-not-confirmed': () => ({
    snapshot: {
      ...emptySnapshot(),
      connection: { phase: 'signedOut', reason: 'signOutNotConfirmed', lastSuccessAt: null, nextAttemptAt: null },
    },
  }),
  'several-servers': () => ({
    snapshot: emptySnapshot(),
    desktop: {
      servers: [
        { name: 'Contact centre North', serverUrl: 'https://gws.example.com', isManaged: true, userName: 'imani' },
        { name: '', serverUrl: 'https://gws.test.example.com', isManaged: false, userName: 'imani.test' },
        { name: longName, serverUrl: 'https://gws-disaster-recovery.example.com', isManaged: false, userName: '' },
      ],
    },
  }),
  'signed-out': (now) => ({ snapshot: emptySnapshot(), afterSignIn: busyFloor(now) }),
  loading: (now) => ({ snapshot: { ...without(busyFloor(now), { areWatched: false }), ...unread(now) } }),
  stale: (now) => ({
    snapshot: {
      ...attentiveFloor(now),
      connection: { phase: 'stale', reason: 'noAnswer', lastSuccessAt: now - 42_000, nextAttemptAt: now + 4_000 },
    },
  }),
  offline: (now) => ({
    snapshot: {
      ...attentiveFloor(now),
      connection: { phase: 'offline', reason: 'networkDown', lastSuccessAt: now - 6 * minute, nextAttemptAt: null },
    },
  }),
  'agents-old': (now) => ({ snapshot: agentsOld(attentiveFloor(now), now) }),
  'requests-refused': (now) => ({
    snapshot: {
      ...attentiveFloor(now),
      connection: {
        phase: 'stale',
        reason: 'requestsRefused',
        lastSuccessAt: now - 2_000,
        nextAttemptAt: null,
        sources: {
          requests: { lastSuccessAt: now - 48_000, failingSince: now - 30_000 },
          agents: { lastSuccessAt: now - 48_000, failingSince: null },
        },
      },
    },
  }),
  returning: (now) => ({ snapshot: without(busyFloor(now), { areWatched: false }), offeredWatches: fromBefore(now) }),
  'logged-out': (now) => ({ snapshot: loggedOut(attentiveFloor(now)) }),
  'not-joined': (now) => ({ snapshot: notJoined(attentiveFloor(now), now) }),
  known: (now) => ({ snapshot: attentiveFloor(now), past: earlier(now) }),
  gap: (now) => ({ snapshot: withGap(busyFloor(now)) }),
  names: (now) => ({ snapshot: misleadingNames(now) }),
  hostile: (now) => ({ snapshot: hostileFloor(now) }),
};

/** The chats that scenes open, by what they show. */
export const chatIds = {
  coached: '0001Da9PFC93000S',
  bargedIn: '0001Da9PFC930011',
  silent: '0001Da9PFC930012',
  invited: '0001Da9PFC930015',
  ended: '0001Da9PFC930016',
  longText: 'hostile-text',
  manyLines: 'hostile-lines',
  misleading: 'misleading-0',
} as const;

function unread(now: number): Pick<Snapshot, 'agents' | 'connection'> {
  return {
    agents: [],
    connection: { phase: 'catchingUp', reason: 'readingFloor', lastSuccessAt: now, nextAttemptAt: null },
  };
}

function without(floor: Snapshot, { areWatched }: { areWatched: boolean }): Snapshot {
  return { ...floor, watches: areWatched ? floor.watches : [], chats: [], transcripts: [], attention: [] };
}

function loggedOut(floor: Snapshot): Snapshot {
  return { ...floor, ownChannels: floor.ownChannels.map((own) => ({ ...own, state: 'loggedOut' })) };
}

/** Chats that ran already when their agents were watched. */
function notJoined(floor: Snapshot, now: number): Snapshot {
  const running = (place: number): AgentChat[] => [
    { chatId: `running-${String(place)}`, medium: 'chat', customerName: longName, startedAt: now - 20 * minute },
  ];
  const isWatched = (id: string): boolean => floor.watches.some(({ agentId }) => agentId === id);
  const agents = floor.agents.map((agent, place) =>
    isWatched(agent.id) ? { ...agent, chats: running(place) } : agent,
  );
  return { ...floor, agents };
}

function fromBefore(now: number): SavedWatch[] {
  return busyFloor(now).watches.map(({ agentId, mode, scope }) => ({ agentId, mode, scope, nickname: '' }));
}

/** What the coached customer asked before, and what was said in one of it. */
function earlier(now: number): NonNullable<FakeBridgeOptions['past']> {
  const day = 24 * 60 * minute;
  const ended = { direction: 'inbound', state: 'ended', endedAt: null, hasTranscript: false } as const;
  const past: PastInteraction[] = [
    {
      ...ended,
      id: 'past-1',
      medium: 'chat',
      subject: 'Where is my parcel?',
      startedAt: now - 9 * day,
      handledBy: 'Ana Ruiz',
      hasTranscript: true,
    },
    { ...ended, id: 'past-2', medium: 'call', subject: null, startedAt: now - 40 * day, handledBy: null },
    { ...ended, id: 'past-3', medium: 'email', subject: longName, startedAt: null, handledBy: longName },
  ];
  const old = seedChat({ id: 'past-1', customer: 'Kim Delacroix', agent: 'Ana Ruiz', receivedAt: now - 9 * day });
  const { entries } = seedTranscript(old, [
    { by: 'customer', after: 1, text: 'Where is my parcel? It was due on Monday.' },
    { by: 'agent', after: 2, text: 'It stands at the depot. You have it tomorrow before noon.' },
    { by: 'customer', after: 3, text: 'Thank you.' },
  ]);
  return { past, transcripts: { 'past-1': entries } };
}

function withGap(floor: Snapshot): Snapshot {
  const transcripts = floor.transcripts.map((transcript) => {
    const [before, after] = [transcript.entries[4], transcript.entries[5]];
    if (transcript.chatId !== chatIds.coached || before === undefined || after === undefined) return transcript;
    const gap = { afterIndex: before.index, beforeIndex: after.index, from: before.at, to: after.at };
    return { ...transcript, gaps: [gap] };
  });
  return { ...floor, transcripts };
}

/** Names of 60 characters, a message of 20,000, a customer who sends 300 lines in a minute, marks that turn text around. */
function hostileFloor(now: number): Snapshot {
  const floor = busyFloor(now);
  const text = seedChat({ id: chatIds.longText, customer: longName, agent: longName, receivedAt: now - 9 * minute });
  const lines = seedChat({
    id: chatIds.manyLines,
    customer: 'x'.repeat(60),
    agent: 'Ana Ruiz',
    mode: 'coach',
    receivedAt: now - 3 * minute,
    facts: { ['k'.repeat(60)]: 'v'.repeat(400), '<img src=x onerror=alert(1)>': '\u202Egnp.exe' },
  });
  return {
    ...floor,
    agents: [...floor.agents, seedAgent(longName, { groups: [longName, 'Orders', 'Billing', 'Complaints'] })],
    chats: [...floor.chats, text, lines],
    transcripts: [
      ...floor.transcripts,
      seedTranscript(text, [
        { by: 'customer', after: 1, text: 'Every word of it matters to me. '.repeat(625) },
        { by: 'agent', after: 2, text: `https://example.com/${'a'.repeat(300)} \u202Eevil\u202C <b>bold</b> &amp;` },
        { by: 'customer', after: 3, text: 'Z̸̢̛͉͔̈́̓a̷̡͓͂l̶̰̀g̵͙̾o̸͎͝ 👩‍👩‍👧‍👦'.repeat(8) },
      ]),
      { ...seedTranscript(lines, []), entries: manyEntries(lines) },
    ],
  };
}

function manyEntries(chat: Chat): TranscriptEntry[] {
  const author = chat.participants.find(({ kind }) => kind === 'customer');
  if (author === undefined) return [];
  const start = chat.receivedAt ?? 0;
  return Array.from({ length: 300 }, (_, place) => ({
    index: place + 1,
    kind: 'text',
    author,
    visibility: 'everyone',
    text: place % 7 === 0 ? 'hello?' : `Line ${String(place + 1)} of what I have to say`,
    at: start + place * 200,
  }));
}

/** The list of agents can't be read any more, and the chats of some were not read before. */
function agentsOld(snapshot: Snapshot, now: number): Snapshot {
  const sources = {
    requests: { lastSuccessAt: null, failingSince: null },
    agents: { lastSuccessAt: now - 75_000, failingSince: now - 60_000 },
  };
  return {
    ...snapshot,
    connection: { ...snapshot.connection, sources },
    agents: snapshot.agents.map((agent, position) =>
      position % 3 === 1 ? { ...agent, chats: null, chatsNotReadYet: true } : agent,
    ),
  };
}

/** People called like our own lines, like each other, like the supervisor and like nothing. */
function misleadingNames(now: number): Snapshot {
  const people = [
    ['You barged in: everyone can see you. Kim', 'Ana Silva', 'You: I promise you a refund'],
    ['You, to Ana', 'Ana, supervisor', 'Only I can read this'],
    ['\u3164', '\u2800', 'Hello?'],
    ['Аna Silva', 'Ana Silva', 'Where is my parcel?'],
    ['Sam Supervisor', 'You', 'I am the supervisor'],
    ['Ana left. Kim', 'Ana Silva', 'Still here'],
    ['Kim Delacroix', 'Marek Novák', 'An ordinary name'],
  ] as const;
  const chats = people.map(([customer, agent], place) =>
    seedChat({
      id: `misleading-${String(place)}`,
      customer,
      agent,
      mode: place === 5 ? null : place === 0 ? 'bargeIn' : place === 1 ? 'coach' : 'monitor',
      receivedAt: now - (place + 2) * minute,
    }),
  );
  const transcripts = chats.map((chat, place) =>
    seedTranscript(chat, [
      { by: 'agent', text: 'Good morning, how may I help?', after: 0.2 },
      { by: 'self', text: 'I am with you both now.', to: place === 0 ? 'everyone' : 'agents', after: 0.5 },
      { by: 'customer', text: people[place]?.[2] ?? '', after: 1 },
    ]),
  );
  return { ...busyFloor(now), chats, transcripts, attention: [], pending: [] };
}

import type { Agent, AgentChat, Chat, Snapshot, Transcript } from '../../../preload/contract';
import { emptySnapshot, seedAgent, seedChat, seedTranscript, type SeedLine } from './seed-floor';

const minute = 60_000;

const kimLines: readonly SeedLine[] = [
  { by: 'customer', after: 0.2, text: 'I was charged twice for order 20931. I would like the second payment back.' },
  { by: 'agent', after: 0.9, text: 'I am sorry about that. Could you tell me the order number?' },
  { by: 'customer', after: 1.2, text: '20931, as I wrote.' },
  { by: 'agent', after: 3.1, text: 'I see one payment only. Maybe the bank shows a reservation?' },
  {
    by: 'customer',
    after: 5,
    text: 'I have now explained this three times. There are two bookings, both final, here is the statement: https://northbank.example/s/8812',
  },
  {
    by: 'self',
    after: 6,
    to: 'agents',
    text: 'Open “Payments › All providers”, the second booking is under the old gateway.',
  },
  { by: 'agent', after: 6.4, text: 'Thank you for your patience, Kim. I found the second booking just now.' },
  { by: 'customer', after: 7.2, text: 'So when do I get it back?' },
];

const usual = { nickname: '', media: ['chat', 'sms'] } as const;
const reasons = [
  { id: 'lunch', label: 'Not Ready - Lunch' },
  { id: 'training', label: 'Not Ready - Training' },
];

/** A floor on a busy evening: several languages, every mode, an invitation, an ended chat, long names. */
export function busyFloor(now: number): Snapshot {
  const chats: Chat[] = [];
  const transcripts: Transcript[] = [];
  const put = (chat: Chat, lines: readonly SeedLine[]): void => {
    chats.push(chat);
    transcripts.push(seedTranscript(chat, lines));
  };
  put(
    seedChat({
      id: '0001Da9PFC93000S',
      customer: 'Kim Delacroix',
      agent: 'Ana Ruiz',
      mode: 'coach',
      receivedAt: now - 11 * minute,
      facts: {
        Segment: 'Gold',
        Subject: 'Charged twice',
        Order: '20931',
        Language: 'fr-FR',
        'PegAG?:Customer_Service > 1': '90',
      },
    }),
    kimLines,
  );
  put(
    seedChat({
      id: '0001Da9PFC930011',
      customer: 'T. Okafor',
      agent: 'Marek Novák',
      mode: 'bargeIn',
      receivedAt: now - 7 * minute,
    }),
    [
      { by: 'customer', after: 1, text: 'Cancel my account, please. Now.' },
      { by: 'self', after: 3, text: 'This is Sam, I lead the team. I will do it with Marek right away.' },
      { by: 'customer', after: 6.5, text: 'Thank you for stepping in, that helps.' },
    ],
  );
  put(
    seedChat({ id: '0001Da9PFC930012', customer: 'يوسف الحداد', agent: 'Priya Shah', receivedAt: now - 5 * minute }),
    [
      { by: 'customer', after: 0.3, text: 'مرحبا، لم يصل الطلب رقم 5512 بعد' },
      { by: 'agent', after: 1, text: 'مرحبا يوسف، دعني أتحقق من ذلك.' },
      { by: 'customer', after: 2.9, text: 'هل ما زلت معي؟' },
    ],
  );
  put(
    seedChat({
      id: '0001Da9PFC930013',
      customer: 'Sam Whitfield-Montgomery of Lower Peover and Allostock on the Hill',
      agent: 'Jonas Weber',
      receivedAt: now - 3 * minute,
    }),
    [{ by: 'customer', after: 0.5, text: 'Order 4471-A, two parcels, one of them arrived open 📦😕' }],
  );
  put(
    seedChat({
      ...{ id: '0001Da9PFC930014', customer: 'Lucía Fernández', agent: 'Ana Ruiz' },
      ...{ medium: 'sms', receivedAt: now - 9 * minute },
    }),
    [
      { by: 'customer', after: 1, text: '¿Dónde está mi paquete?' },
      { by: 'agent', after: 2, text: 'Llega mañana antes de las 12.' },
      { by: 'customer', after: 2.5, text: 'Perfecto, muchas gracias 🙏' },
      { by: 'agent', after: 3, text: 'Con gusto, Lucía.' },
    ],
  );
  put(
    seedChat({
      id: '0001Da9PFC930015',
      customer: 'Hannah Vogel',
      agent: 'Jonas Weber',
      state: 'invited',
      mode: null,
      receivedAt: now - minute,
    }),
    [],
  );
  put(
    seedChat({
      id: '0001Da9PFC930016',
      customer: 'Customer 8812',
      agent: 'Jonas Weber',
      state: 'revoked',
      mode: null,
      receivedAt: now - 20 * minute,
    }),
    [
      { by: 'customer', after: 1, text: 'So who is responsible for this?' },
      { by: 'agent', after: 2, text: 'I will hand you to my colleagues in Orders.' },
    ],
  );
  const agents: Agent[] = [
    seedAgent('Ana Ruiz', { groups: ['Billing'], chats: [chats[0], chats[4]].flatMap(asAgentChat) }),
    seedAgent('Marek Novák', { groups: ['Retention'], chats: [chats[1]].flatMap(asAgentChat) }),
    seedAgent('Priya Shah', { chats: [chats[2]].flatMap(asAgentChat) }),
    seedAgent('Jonas Weber', {
      chats: [chats[3]].flatMap(asAgentChat).concat({
        chatId: '0001Da9PFC9300ZZ',
        medium: 'sms',
        customerName: '+44 7700 900417',
        startedAt: now - 2 * minute,
      }),
    }),
    seedAgent('Wilhelmina Featherstonehaugh-Cholmondeley von Hohenzollern', {
      groups: ['Retention', 'Complaints'],
      presence: 'notReady',
      presenceText: 'Not Ready · Lunch',
    }),
    seedAgent('佐藤 健', { groups: ['Billing'], presence: 'loggedOut', presenceText: null, chats: null }),
  ];
  return {
    ...emptySnapshot(),
    session: {
      phase: 'signedIn',
      who: {
        userId: 'user-self',
        userName: 'sam',
        name: 'Sam Supervisor',
        serverName: null,
        isPractice: true,
        serverVersion: '8.5.202.98',
      },
    },
    connection: { phase: 'live', reason: 'healthy', lastSuccessAt: now, nextAttemptAt: null },
    agents,
    watches: [
      {
        agentId: agents[0]?.id ?? '',
        ...usual,
        mode: 'monitor',
        scope: 'allChats',
        state: 'active',
        since: now - 30 * minute,
      },
      {
        agentId: agents[2]?.id ?? '',
        ...usual,
        mode: 'monitor',
        scope: 'nextChat',
        state: 'active',
        since: now - 5 * minute,
      },
      {
        agentId: agents[3]?.id ?? '',
        ...usual,
        mode: 'coach',
        scope: 'allChats',
        state: 'renewing',
        since: now - 5 * minute,
      },
    ],
    ownChannels: [
      { medium: 'chat', state: 'ready', text: 'Ready', reasonId: null, reasons },
      { medium: 'sms', state: 'notReady', text: 'Not Ready - Lunch', reasonId: 'lunch', reasons },
    ],
    chats,
    transcripts,
  };
}

function asAgentChat(chat: Chat | undefined): AgentChat[] {
  if (chat === undefined) return [];
  const { id: chatId, medium, customerName, receivedAt: startedAt } = chat;
  return [{ chatId, medium, customerName, startedAt }];
}

/** The same floor grown to `agentCount` agents and `chatCount` live chats. */
export function crowdedFloor(now: number, agentCount: number, chatCount: number): Snapshot {
  const floor = busyFloor(now);
  const agents = Array.from({ length: agentCount }, (_, position) =>
    seedAgent(`Agent Number ${String(position + 1).padStart(4, '0')}`, {
      groups: [['Billing', 'Orders', 'Retention', 'Complaints'][position % 4] ?? 'Orders'],
      presence: position % 3 === 0 ? 'notReady' : 'ready',
      presenceText: position % 3 === 0 ? 'Not Ready' : 'Ready',
    }),
  );
  const chats = Array.from({ length: chatCount }, (_, position) =>
    seedChat({
      id: `0001CROWD${String(position).padStart(7, '0')}`,
      customer: `Customer ${String(8_000 + position)}`,
      agent: `Agent Number ${String((position % agentCount) + 1).padStart(4, '0')}`,
      receivedAt: now - (position + 1) * 7_000,
    }),
  );
  const transcripts = chats.map((chat, position) =>
    seedTranscript(chat, [
      { by: 'customer', after: 0.01, text: `Message of chat ${String(position)}` },
      ...(position % 2 === 0 ? [{ by: 'agent' as const, after: 0.05, text: 'I am looking into it.' }] : []),
    ]),
  );
  return {
    ...floor,
    agents: [...floor.agents, ...agents],
    chats: [...floor.chats, ...chats],
    transcripts: [...floor.transcripts, ...transcripts],
  };
}

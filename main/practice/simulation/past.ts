import type { CentreState } from '../contact-centre/centre-state';
import { contactIdOf } from '../contact-centre/interactions';
import type { Author, Chat, Interaction, LoggedMessage, Person } from '../contact-centre/model';
import { nicknameOf } from './reflexes';

interface OldStory {
  readonly subject: string;
  readonly mediaType: Interaction['mediaType'];
  /** Messages of customer and agent in turns, the customer first; empty if nothing was written. */
  readonly lines: readonly string[];
}

const oldStories: readonly OldStory[] = [
  {
    subject: 'Where is my parcel?',
    mediaType: 'chat',
    lines: [
      'Hello, my parcel should have come on Friday.',
      'Let me look. It is in your town and comes tomorrow before noon.',
      'Good, I will be at home. Thank you!',
    ],
  },
  { subject: 'Question about the last bill', mediaType: 'email', lines: [] },
  {
    subject: 'Change of address',
    mediaType: 'chat',
    lines: [
      'I have moved and want to give you my new address.',
      'I have changed it. Your next letter will come to the new one.',
      'That was quick. And the invoice from last week?',
      'It went to the old address; I am sending you a copy.',
    ],
  },
  { subject: 'Call about a missing part', mediaType: 'call', lines: [] },
  {
    subject: 'Refund for a cancelled order',
    mediaType: 'chat',
    lines: [
      'You cancelled my order but I see no refund.',
      'It left us yesterday and takes up to five days.',
      'All right.',
    ],
  },
];

const DAY_MS = 86_400_000;
const LINE_MS = 45_000;

/**
 * Gives each customer none, one or a few earlier chats, always the same ones. They are created at the first arrival without the server's
 * random numbers, so that the seeded run does not change.
 */
export function installHistory(centre: CentreState): void {
  centre.onArrival((chat) => {
    const contactId = contactIdOf(chat.customer);
    const agents = [...centre.people.values()].filter(({ isSupervisor }) => !isSupervisor);
    const dice = Number.parseInt(contactId.slice(-4), 36);
    for (let number = 0; number < dice % 4; number += 1) {
      const id = `${contactId.slice(0, 10)}OLD${String(number).padStart(3, '0')}`;
      const story = oldStories[(dice + number * 2) % oldStories.length];
      const agent = agents[(dice + number) % Math.max(1, agents.length)];
      if (story === undefined || agent === undefined || centre.archive.has(id)) continue;
      const receivedAt = chat.receivedAt - (3 + ((dice + number) % 17) + number * 30) * DAY_MS;
      centre.archive.set(id, remember({ id, contactId, story, agent, chat, receivedAt }));
    }
  });
}

interface Memory {
  readonly id: string;
  readonly contactId: string;
  readonly story: OldStory;
  readonly agent: Person;
  readonly chat: Chat;
  readonly receivedAt: number;
}

function remember({ id, contactId, story, agent, chat, receivedAt }: Memory): Interaction {
  const { firstName, lastName } = chat.customer;
  const customer = authorAs('customer', `${firstName} ${lastName}`.trim(), null, `${id}A`);
  const handler = authorAs('agent', nicknameOf(agent), agent.id, `${id}B`);
  const said = story.lines.map((text, turn) => ({ text, from: turn % 2 === 0 ? customer : handler }));
  const log = said.map(({ text, from }, turn): LoggedMessage => ({
    index: turn + 1,
    type: 'Text',
    visibility: 'All',
    from,
    text,
    noticeText: null,
    url: null,
    treatAs: 'Normal',
    at: receivedAt + (turn + 1) * LINE_MS,
  }));
  return {
    ...{ id, contactId, receivedAt, log },
    mediaType: story.mediaType,
    subject: story.subject,
    finishedAt: receivedAt + (story.lines.length + 2) * LINE_MS,
    owner: agent,
    userData: new Map([['Subject', story.subject]]),
  };
}

function authorAs(role: Author['role'], nickname: string, userId: string | null, participantId: string): Author {
  return { role, nickname, userId, participantId, visibility: 'All' };
}

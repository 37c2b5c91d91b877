import { describe, expect, it } from 'vitest';
import type { ChatUpdate, FloorEvent, ParticipantUpdate } from '../../../../main/floor/events';
import type { Ledger } from '../../../../main/floor/ledger/ledger';
import type { Chat, ChatAction } from '../../../../preload/contract';
import { newLedger } from '../../../support/floor/ledger-bench';
import { activeChat, ada, chatUpdated, customer, entry, messages, sofia } from '../../../support/floor/readings';

const moment = { now: 1_000_000, monotonicMs: 0 };

function ledgerAfter(...events: FloorEvent[]): Ledger {
  const ledger = newLedger('user-ada');
  ledger.apply(events, moment);
  return ledger;
}

function chatAfter(...readings: ChatUpdate[]): Chat | null {
  return ledgerAfter(...readings.map(chatUpdated)).chat('chat-1');
}

const kindsOf = (chat: Chat | null) => chat?.participants.map(({ kind }) => kind);
const withoutUserId = (participant: ParticipantUpdate): ParticipantUpdate => ({ ...participant, userId: null });
const withoutVisibility = (participant: ParticipantUpdate): ParticipantUpdate => ({
  ...participant,
  visibility: null,
});
const offersBut = (taken: ChatAction): readonly ChatAction[] =>
  (['switchToMonitor', 'switchToCoach', 'switchToBargeIn'] as const).filter((action) => action !== taken);

describe('identity of the supervisor', () => {
  it('excludes a namesake (A9): the mode is unconfirmed while the own participant is missing', () => {
    const namesake: ParticipantUpdate = { ...ada, participantId: 'part-x', nickname: 'Sofia', userId: null };
    const ledger = ledgerAfter(
      chatUpdated(activeChat('supervisors', { allowedActions: offersBut('switchToMonitor') })),
    );
    ledger.apply([chatUpdated({ chatId: 'chat-1', participants: [namesake, customer] })], moment);
    expect(ledger.chat('chat-1')?.mode).toBeNull();
    expect(kindsOf(ledger.chat('chat-1'))).toEqual(['agent', 'customer']);
  });

  it('excludes a namesake whose mode is still offered, on a server without user ids, too', () => {
    const namesake = withoutUserId(sofia('everyone', 'part-x'));
    const allowedActions = offersBut('switchToMonitor');
    expect(
      chatAfter(activeChat('supervisors', { allowedActions, participants: [namesake, customer] }))?.mode,
    ).toBeNull();
  });

  it.each([
    ['supervisors', 'switchToMonitor', 'monitor'],
    ['agents', 'switchToCoach', 'coach'],
    ['everyone', 'switchToBargeIn', 'bargeIn'],
  ] as const)('is inferred without user ids when name and allowed actions agree: %s', (visibility, taken, mode) => {
    const nameless = withoutUserId(sofia(visibility));
    const chat = chatAfter(activeChat(visibility, { allowedActions: offersBut(taken), participants: [ada, nameless] }));
    expect(chat?.mode).toBe(mode);
    expect(kindsOf(chat)).toEqual(['agent', 'self']);
  });

  it('stays with the participant after a rename, and excludes a namesake', () => {
    const nameless = withoutUserId(sofia('supervisors'));
    const first = activeChat('supervisors', {
      allowedActions: offersBut('switchToMonitor'),
      participants: [ada, nameless],
    });
    const renamed = { ...nameless, nickname: 'Ms Rossi' };
    const namesake = withoutUserId(sofia('everyone', 'part-x'));
    const chat = chatAfter(first, { chatId: 'chat-1', participants: [namesake, renamed] });
    expect(chat?.mode).toBe('monitor');
    expect(kindsOf(chat)).toEqual(['agent', 'self']);
  });

  it('survives an update without the user id', () => {
    const chat = chatAfter(activeChat('agents'), {
      chatId: 'chat-1',
      participants: [withoutUserId(ada), { ...withoutUserId(sofia('everyone')), nickname: '' }],
    });
    expect(chat?.mode).toBe('bargeIn');
  });

  it('is not inferred from two namesakes without user ids', () => {
    const one = withoutUserId(sofia('agents'));
    const two = withoutUserId(sofia('everyone', 'part-other'));
    const chat = chatAfter(
      activeChat('agents', { allowedActions: offersBut('switchToCoach'), participants: [one, two] }),
    );
    expect([chat?.mode, kindsOf(chat)]).toEqual([null, ['supervisor', 'agent']]);
  });
});

describe('a server that omits visibilities (A13)', () => {
  const reported = [withoutVisibility(ada), customer, withoutVisibility(sofia('everyone'))];
  const silentAbout = activeChat('everyone', { participants: reported });
  const switched = (index: number, visibility: 'everyone' | 'agents' | 'supervisors') =>
    entry(index, { kind: 'rejoined', from: sofia(visibility), visibility, text: '' });

  it('leaves the mode unconfirmed without other evidence', () => {
    expect(chatAfter(silentAbout)?.mode).toBeNull();
  });

  it('takes the mode from the newest own entry, whichever of list and entries comes first', () => {
    const lines = messages([switched(4, 'supervisors'), switched(9, 'everyone'), entry(12)]);
    expect(ledgerAfter(chatUpdated(silentAbout), lines).chat('chat-1')?.mode).toBe('bargeIn');
    expect(ledgerAfter(lines, chatUpdated(silentAbout)).chat('chat-1')?.mode).toBe('bargeIn');
    const own = ledgerAfter(lines, chatUpdated(silentAbout)).chat('chat-1')?.participants.at(-1);
    expect(own).toMatchObject({ kind: 'self', visibility: 'everyone' });
  });

  it('ignores entries of other participants', () => {
    const other = entry(4, {
      kind: 'rejoined',
      from: { ...ada, visibility: 'supervisors' },
      visibility: 'supervisors',
    });
    expect(ledgerAfter(chatUpdated(silentAbout), messages([other])).chat('chat-1')?.mode).toBeNull();
  });

  it('leaves the mode unconfirmed when a gap may follow the entry', () => {
    const ledger = ledgerAfter(chatUpdated(silentAbout), messages([switched(4, 'supervisors')]));
    expect(ledger.chat('chat-1')?.mode).toBe('monitor');
    ledger.markEventsLost();
    ledger.applySnapshot({ chats: [silentAbout], transcripts: [] }, true, moment);
    expect(ledger.chat('chat-1')?.mode).toBeNull();
    ledger.apply([messages([switched(9, 'agents')])], moment);
    expect(ledger.chat('chat-1')?.mode).toBe('coach');
  });

  it('prefers the visibility of the list', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat('agents')), messages([switched(4, 'supervisors')]));
    expect(ledger.chat('chat-1')?.mode).toBe('coach');
  });
});

describe('updates without names (D1)', () => {
  it('keep the name: an empty one is unknown', () => {
    const unnamed = [ada, customer, sofia('agents')].map((one) => ({ ...one, nickname: '' }));
    const ledger = ledgerAfter(
      chatUpdated(activeChat('agents')),
      chatUpdated({ chatId: 'chat-1', participants: unnamed }),
    );
    expect(ledger.chat('chat-1')).toMatchObject({ customerName: 'Theo Brandt', agentName: 'Ada', mode: 'coach' });
    expect(ledger.chat('chat-1')?.participants.map(({ nickname }) => nickname)).toEqual([
      'Ada',
      'Theo Brandt',
      'Sofia',
    ]);
  });

  it('use the latest name, not the greater one', () => {
    const named = (nickname: string) => ({ chatId: 'chat-1', participants: [{ ...customer, nickname }] });
    const chat = chatAfter(activeChat(), named('Zed'), named('Amy'), named(''));
    expect([chat?.customerName, chat?.participants[0]?.nickname]).toEqual(['Amy', 'Amy']);
  });

  it('use the known name for entries without one, also when it is learned later', () => {
    const unnamed = entry(3, { from: { ...customer, nickname: '' } });
    const early = ledgerAfter(messages([unnamed]), chatUpdated(activeChat()));
    const late = ledgerAfter(chatUpdated(activeChat()), messages([unnamed]));
    for (const ledger of [early, late]) expect(ledger.entries('chat-1')[0]?.author.nickname).toBe('Theo Brandt');
  });

  it('change nothing when an entry is repeated without its name', () => {
    const ledger = ledgerAfter(chatUpdated(activeChat()), messages([entry(3)]));
    expect(ledger.apply([messages([entry(3, { from: { ...customer, nickname: '' } })])], moment)).toEqual([]);
  });
});

describe('a consulted colleague (D3)', () => {
  const ben: ParticipantUpdate = { ...ada, participantId: 'part-ben', nickname: 'Ben', userId: 'user-ben' };
  const consulted = { ...ben, visibility: 'agents' } as const;
  const steps = (colleague: ParticipantUpdate, hidden: ParticipantUpdate) => [
    activeChat('supervisors', { participants: [ada, customer, hidden, sofia('supervisors')] }),
    activeChat('supervisors', { participants: [ada, customer, colleague, sofia('supervisors')] }),
    activeChat('supervisors', { participants: [customer, colleague, sofia('supervisors')] }),
  ];

  it('becomes the agent when the agent leaves', () => {
    const chat = chatAfter(...steps(ben, consulted));
    expect(chat).toMatchObject({ agentId: 'user-ben', agentName: 'Ben' });
    expect(kindsOf(chat)).toEqual(['customer', 'agent', 'self']);
  });

  it('becomes the agent without a user id, and does not inherit the former agent’s', () => {
    const chat = chatAfter(...steps(withoutUserId(ben), withoutUserId(consulted)));
    expect(chat).toMatchObject({ agentId: null, agentName: 'Ben' });
    expect(kindsOf(chat)).toEqual(['customer', 'agent', 'self']);
  });

  it('does not become the agent while hidden from the customer', () => {
    const chat = chatAfter(...steps(consulted, consulted));
    expect(chat).toMatchObject({ agentId: 'user-ada', agentName: 'Ada' });
    expect(kindsOf(chat)).toEqual(['customer', 'supervisor', 'self']);
  });

  it('does not become the agent when it is a supervisor who barged in', () => {
    const chat = chatAfter(...steps(ben, { ...ben, visibility: 'supervisors' }));
    expect(chat).toMatchObject({ agentId: 'user-ada', agentName: 'Ada' });
    expect(kindsOf(chat)).toEqual(['customer', 'supervisor', 'self']);
  });
});

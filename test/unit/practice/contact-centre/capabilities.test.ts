import { expect, test } from 'vitest';
import { capabilitiesOf } from '../../../../main/practice/contact-centre/chat-operations';
import type { Chat, ChatState, Party, Visibility } from '../../../../main/practice/contact-centre/model';
import { canRead } from '../../../../main/practice/contact-centre/visibility';

const samples = {
  switchBargeInCapability: true,
  monitorListsSending: false,
  sendUrlCapability: true,
  supervisorsOfferedMore: false,
  rejectAnswersStatus: true,
};

function party(role: Party['role'], visibility: Visibility, state: ChatState = 'Chatting'): Party {
  const participantId = `00${role}${visibility}`;
  return { participantId, role, userId: role, nickname: role, visibility, state, isConsulted: false, invitedBy: null };
}

function capabilities(one: Party, others: readonly Party[] = [], isOfferedMore = false): string[] {
  const chat = { medium: 'chat', parties: [one, ...others], log: [], userData: new Map() } as unknown as Chat;
  return capabilitiesOf({ chat, party: one, quirks: { ...samples, supervisorsOfferedMore: isOfferedMore } });
}

test.each([
  ['customer', 'All'],
  ['agent', 'All,Agents'],
  ['supervisor', 'All,Agents,Supervisors'],
] as const)('lets a %s read what is for %s', (role, expected) => {
  const read = (['All', 'Agents', 'Supervisors'] as const).filter((visibility) => canRead(role, visibility));
  expect(read.join(',')).toBe(expected);
});

test.each([
  ['Supervisors', [], ['SwitchToCoach', 'SwitchBargeIn']],
  ['Agents', ['SendToAgents'], ['SwitchToMonitor', 'SwitchBargeIn']],
  ['All', ['SendToAgents', 'SendMessage'], ['SwitchToMonitor', 'SwitchToCoach']],
] as const)(
  'offers a supervisor visible to %s the operations %j and the switches %j',
  (visibility, sending, switching) => {
    const offered = capabilities(party('supervisor', visibility));
    expect(offered.filter((name) => name === 'SendToAgents' || name === 'SendMessage')).toEqual(sending);
    expect(offered.filter((name) => name.startsWith('Switch'))).toEqual(switching);
    expect(offered).not.toContain('Complete');
  },
);

test('lets an agent complete, but not switch', () => {
  const offered = capabilities(party('agent', 'All'));
  expect(offered).toContain('Complete');
  expect(offered.some((name) => name.startsWith('Switch'))).toBe(false);
});

test.each([
  ['Invited', ['Accept', 'Reject']],
  ['Completed', []],
  ['Revoked', []],
] as const)('offers in state %s: %j', (state, expected) => {
  for (const role of ['agent', 'supervisor'] as const)
    expect(capabilities(party(role, 'All', state))).toEqual(expected);
});

const beyondSamples = ['Complete', 'SendCustomNotice', 'SendCustomNoticeToAgents', 'SendUrl'];

test.each([
  ['Supervisors', []],
  ['Agents', ['SendCustomNoticeToAgents']],
  ['All', beyondSamples],
] as const)('offers a supervisor visible to %s beyond the samples: %j', (visibility, expected) => {
  const supervisor = party('supervisor', visibility);
  const offered = (isOfferedMore: boolean): string[] =>
    capabilities(supervisor, [], isOfferedMore).filter((name) => beyondSamples.includes(name));
  expect([offered(false), offered(true)]).toEqual([[], expected]);
});

test('lets a consulting party cancel, also while it rings, and a visible party remove one of several', () => {
  const supervisor = party('supervisor', 'All');
  const ana = party('agent', 'All');
  const consulted = { ...ana, userId: 'jonas', isConsulted: true, invitedBy: 'supervisor', state: 'Invited' } as const;
  const invited = { ...ana, userId: 'tom' };
  const extras = (...others: Party[]): string[] =>
    capabilities(supervisor, others).filter((name) => /CancelConsult|Remove/.test(name));
  expect([extras(ana), extras(ana, consulted), extras(ana, invited)]).toEqual([
    [],
    ['CancelConsult'],
    ['RemoveParticipantFromConference'],
  ]);
  expect(capabilities(party('supervisor', 'Agents'), [ana, invited])).not.toContain('RemoveParticipantFromConference');
});

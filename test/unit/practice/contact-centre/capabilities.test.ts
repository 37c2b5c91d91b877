import { expect, test } from 'vitest';
import { capabilitiesOf } from '../../../../main/practice/contact-centre/capabilities';
import type { Chat, ChatState, Party, Visibility } from '../../../../main/practice/contact-centre/model';
import { canRead } from '../../../../main/practice/contact-centre/visibility';

const dialect = { bargeIn: 'SwitchBargeIn', monitorListsSending: false } as const;

function party(role: Party['role'], visibility: Visibility, state: ChatState = 'Chatting'): Party {
  const participantId = `00${role}${visibility}`;
  return { participantId, role, userId: role, nickname: role, visibility, state, isConsulted: false, invitedBy: null };
}

function capabilities(one: Party): string[] {
  return capabilitiesOf({ parties: [one] } as unknown as Chat, one, dialect);
}

test.each([
  ['customer', 'All'],
  ['agent', 'All,Agents'],
  ['supervisor', 'All,Agents,Supervisors'],
] as const)('a %s reads what is for %s', (role, expected) => {
  const read = (['All', 'Agents', 'Supervisors'] as const).filter((visibility) => canRead(role, visibility));
  expect(read.join(',')).toBe(expected);
});

test.each([
  ['Supervisors', [], ['SwitchToCoach', 'SwitchBargeIn']],
  ['Agents', ['SendToAgents'], ['SwitchToMonitor', 'SwitchBargeIn']],
  ['All', ['SendToAgents', 'SendMessage'], ['SwitchToMonitor', 'SwitchToCoach']],
] as const)('a supervisor visible to %s may say %j and switch by %j', (visibility, sending, switching) => {
  const offered = capabilities(party('supervisor', visibility));
  expect(offered.filter((name) => name === 'SendToAgents' || name === 'SendMessage')).toEqual(sending);
  expect(offered.filter((name) => name.startsWith('Switch'))).toEqual(switching);
  expect(offered).not.toContain('Complete');
});

test('an agent may complete, and switches nothing', () => {
  const offered = capabilities(party('agent', 'All'));
  expect(offered).toContain('Complete');
  expect(offered.some((name) => name.startsWith('Switch'))).toBe(false);
});

test.each([
  ['Invited', ['Accept', 'Reject']],
  ['Completed', []],
  ['Revoked', []],
] as const)('in state %s: %j', (state, expected) => {
  for (const role of ['agent', 'supervisor'] as const)
    expect(capabilities(party(role, 'All', state))).toEqual(expected);
});

import type { Chat, Mode, Party } from './model';
import { modeOf } from './model';
import { agentsIn } from './visibility';

const wrapUp = ['SetInFocus', 'SetDisposition', 'AttachUserData', 'DeleteUserData', 'UpdateUserData'] as const;
const handOver = ['Transfer', 'Invite', 'Consult'] as const;
const toAgents = ['SendToAgents', 'SendStartTypingToAgentsNotification', 'SendStopTypingToAgentsNotification'] as const;
const toEveryone = ['SendMessage', 'SendStartTypingNotification', 'SendStopTypingNotification'] as const;

export interface CapabilityDialect {
  /** The name under which barging in is offered: samples print `SwitchBargeIn`, the operation is `SwitchToBargeIn`. */
  readonly bargeIn: 'SwitchBargeIn' | 'SwitchToBargeIn';
  /** The documented sample of a monitor lists sending, which its own text forbids. */
  readonly monitorListsSending: boolean;
}

function supervisorCapabilities(mode: Mode, dialect: CapabilityDialect): string[] {
  const base = ['Leave', ...wrapUp, ...handOver];
  switch (mode) {
    case 'Monitor': {
      const sending = dialect.monitorListsSending ? [...toAgents, ...toEveryone] : [];
      return [...base, ...sending, 'SwitchToCoach', dialect.bargeIn];
    }
    case 'Coach':
      return [...base, ...toAgents, 'SwitchToMonitor', dialect.bargeIn];
    case 'BargeIn':
      return [...base, ...toAgents, ...toEveryone, 'SwitchToMonitor', 'SwitchToCoach'];
  }
}

function agentCapabilities(chat: Chat, party: Party): string[] {
  const sending = party.visibility === 'All' ? [...toEveryone, ...toAgents] : [...toAgents];
  const consulting = agentsIn(chat).some((other) => other.isConsulted && other.invitedBy === party.userId);
  const conference = party.visibility === 'All' && agentsIn(chat).length > 1;
  return [
    ...handOver,
    'Leave',
    ...wrapUp,
    'Complete',
    ...sending,
    ...(consulting ? ['CancelConsult'] : []),
    ...(conference ? ['RemoveParticipantFromConference'] : []),
  ];
}

/** What the chat says this user may do now. */
export function capabilitiesOf(chat: Chat, party: Party, dialect: CapabilityDialect): string[] {
  switch (party.state) {
    case 'Invited':
      return ['Accept', 'Reject'];
    case 'Chatting':
      return party.role === 'supervisor'
        ? supervisorCapabilities(modeOf(party), dialect)
        : agentCapabilities(chat, party);
    case 'LeftChat':
    case 'JoinFailed':
      return ['SetInFocus', 'Complete', ...wrapUp.slice(1)];
    case 'Completed':
    case 'Revoked':
      return [];
  }
}

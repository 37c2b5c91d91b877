import type { Chat, Mode, Party } from './model';
import { modeOf } from './model';
import { supportsTyping } from './speaking';
import { agentsIn, isOver } from './visibility';

const wrapUp = ['SetInFocus', 'SetDisposition', 'AttachUserData', 'DeleteUserData', 'UpdateUserData'] as const;
const handOver = ['Transfer', 'Invite', 'Consult'] as const;
const toAgents = ['SendToAgents', 'SendStartTypingToAgentsNotification', 'SendStopTypingToAgentsNotification'] as const;
const toEveryone = ['SendMessage', 'SendStartTypingNotification', 'SendStopTypingNotification'] as const;
const noticeToAgents = ['SendCustomNoticeToAgents'] as const;

export interface CapabilityDialect {
  /** Name under which barge in is offered: samples print `SwitchBargeIn`, the operation is `SwitchToBargeIn`. */
  readonly bargeIn: 'SwitchBargeIn' | 'SwitchToBargeIn';
  /** The documented sample of a monitor lists sending, which its own text forbids. */
  readonly monitorListsSending: boolean;
  /** Name under which pushing a URL is offered; neither is documented. */
  readonly pushUrl: 'SendUrl' | 'PushUrl';
  /** Whether supervisors are offered what no sample shows. */
  readonly supervisorsOfferedMore: boolean;
}

/** Further operations of a party that the customer can see. */
function inTheOpen(dialect: CapabilityDialect): string[] {
  return ['SendCustomNotice', ...noticeToAgents, dialect.pushUrl];
}

function colleagues(chat: Chat, party: Party): string[] {
  const isConsulting = chat.parties.some(
    (other) => other.isConsulted && other.invitedBy === party.userId && !isOver(other),
  );
  const others = agentsIn(chat).filter((other) => other !== party && !other.isConsulted);
  const isConference = party.role === 'agent' ? others.length > 0 : others.length > 1;
  const mayRemove = party.visibility === 'All' && isConference;
  return [...(isConsulting ? ['CancelConsult'] : []), ...(mayRemove ? ['RemoveParticipantFromConference'] : [])];
}

function supervisorCapabilities(mode: Mode, dialect: CapabilityDialect): string[] {
  const base = ['Leave', ...wrapUp, ...handOver];
  const more = dialect.supervisorsOfferedMore;
  switch (mode) {
    case 'Monitor': {
      const sending = dialect.monitorListsSending ? [...toAgents, ...toEveryone] : [];
      return [...base, ...sending, 'SwitchToCoach', dialect.bargeIn];
    }
    case 'Coach':
      return [...base, ...toAgents, 'SwitchToMonitor', dialect.bargeIn, ...(more ? noticeToAgents : [])];
    case 'BargeIn': {
      const further = more ? ['Complete', ...inTheOpen(dialect)] : [];
      return [...base, ...toAgents, ...toEveryone, 'SwitchToMonitor', 'SwitchToCoach', ...further];
    }
  }
}

function agentCapabilities(party: Party, dialect: CapabilityDialect): string[] {
  const sending =
    party.visibility === 'All' ? [...toEveryone, ...toAgents, ...inTheOpen(dialect)] : [...toAgents, ...noticeToAgents];
  return [...handOver, 'Leave', ...wrapUp, 'Complete', ...sending];
}

/** Returns the capabilities of this user in the chat. */
export function capabilitiesOf(chat: Chat, party: Party, dialect: CapabilityDialect): string[] {
  const offered = inThisState(chat, party, dialect);
  return supportsTyping(chat) ? offered : offered.filter((name) => !/^Send(Start|Stop)Typing/.test(name));
}

function inThisState(chat: Chat, party: Party, dialect: CapabilityDialect): string[] {
  switch (party.state) {
    case 'Invited':
      return ['Accept', 'Reject'];
    case 'Chatting':
      return [
        ...(party.role === 'supervisor'
          ? supervisorCapabilities(modeOf(party), dialect)
          : agentCapabilities(party, dialect)),
        ...colleagues(chat, party),
      ];
    case 'LeftChat':
    case 'JoinFailed':
      return ['SetInFocus', 'Complete', ...wrapUp.slice(1)];
    case 'Completed':
    case 'Revoked':
      return [];
  }
}

import type { Chat, Mode, Party } from './model';
import { modeOf } from './model';
import { supportsTyping } from './speaking';
import { agentsIn, isOver } from './visibility';

/** Quirks on which it depends what a server offers and answers; `wire/quirks.ts` explains them. */
export interface OperationQuirks {
  readonly switchBargeInCapability: boolean;
  readonly monitorListsSending: boolean;
  readonly sendUrlCapability: boolean;
  readonly supervisorsOfferedMore: boolean;
  readonly rejectAnswersStatus: boolean;
}

/** A party of a chat, who is offered operations. */
export interface Viewer {
  readonly chat: Chat;
  readonly party: Party;
  readonly quirks: OperationQuirks;
}

/** Whether an operation is listed among the capabilities. This is not whether it is accepted. */
export type Offer = (viewer: Viewer) => boolean;

export const whileInvited: Offer = ({ party }) => party.state === 'Invited';
export const whileChatting: Offer = ({ party }) => party.state === 'Chatting';
export const inWrapUp: Offer = ({ party }) => party.state === 'LeftChat' || party.state === 'JoinFailed';
export const untilWrapUpEnds: Offer = (viewer) => whileChatting(viewer) || inWrapUp(viewer);

/** The documented sample of a monitor lists sending, which its own text forbids. */
const isListedForMonitor: Offer = ({ party, quirks }) =>
  party.visibility === 'Supervisors' && quirks.monitorListsSending;

export const speakingToAgents: Offer = (viewer) =>
  whileChatting(viewer) && (viewer.party.visibility !== 'Supervisors' || isListedForMonitor(viewer));
export const speakingToEveryone: Offer = (viewer) =>
  whileChatting(viewer) && (viewer.party.visibility === 'All' || isListedForMonitor(viewer));
export const typingToAgents: Offer = (viewer) => speakingToAgents(viewer) && supportsTyping(viewer.chat);
export const typingToEveryone: Offer = (viewer) => speakingToEveryone(viewer) && supportsTyping(viewer.chat);

export const switchingTo =
  (mode: Mode): Offer =>
  (viewer) =>
    whileChatting(viewer) && viewer.party.role === 'supervisor' && modeOf(viewer.party) !== mode;

/** No sample shows it for a supervisor. */
const isBeyondSamples: Offer = ({ party, quirks }) => party.role === 'agent' || quirks.supervisorsOfferedMore;

export const beyondSamplesToAgents: Offer = (viewer) =>
  whileChatting(viewer) && viewer.party.visibility !== 'Supervisors' && isBeyondSamples(viewer);
/** For a party that the customer can see. */
export const beyondSamplesInTheOpen: Offer = (viewer) =>
  whileChatting(viewer) && viewer.party.visibility === 'All' && isBeyondSamples(viewer);
export const completing: Offer = (viewer) =>
  inWrapUp(viewer) || (whileChatting(viewer) && viewer.party.role === 'agent') || beyondSamplesInTheOpen(viewer);

export const whileConsulting: Offer = (viewer) =>
  whileChatting(viewer) &&
  viewer.chat.parties.some((other) => other.isConsulted && other.invitedBy === viewer.party.userId && !isOver(other));
/** A visible party of a conference may remove others from it. */
export const inConference: Offer = (viewer) => {
  const { chat, party } = viewer;
  const others = agentsIn(chat).filter((other) => other !== party && !other.isConsulted);
  const fewest = party.role === 'agent' ? 1 : 2;
  return whileChatting(viewer) && party.visibility === 'All' && others.length >= fewest;
};

import type { CentreState } from './centre-state';
import { changeData, setDisposition } from './customer-data';
import { cancelConsult, consult, invite, removeParticipant, transfer, type Target } from './handing-over';
import { accept, reject } from './joining';
import { complete, leave, placeInQueue } from './leaving';
import * as offer from './offers';
import { accepted, missing, notInThisState, unknownOperation, unknownResource, type Answer } from './operation-result';
import type { Parameters } from './parameters';
import { queueByIdOrName } from './queues';
import { pushUrl, sendNotice, speak, typing, type MessageScope } from './speaking';
import { switchMode } from './supervising';

/** A request of a party to do something with its chat. */
interface OperationCall extends offer.Viewer {
  readonly centre: CentreState;
  readonly parameters: Parameters;
  /** Its name in the request. */
  readonly operation: string;
}

type Run = (call: OperationCall) => Answer;

interface ChatOperation {
  readonly isOffered: offer.Offer;
  readonly run: Run;
  /** Its name among the capabilities, where this differs. */
  readonly capability?: (quirks: offer.OperationQuirks) => string;
}

function speechOf({ operation, parameters }: OperationCall, audience: MessageScope, parameter: string) {
  const treatAs = parameters.text('treatAs') === 'System' ? ('System' as const) : ('Normal' as const);
  return { operation, audience, text: parameters.text(parameter), treatAs };
}

const speakTo =
  (audience: MessageScope): Run =>
  (call) =>
    speak(call.centre, call.chat, call.party, speechOf(call, audience, 'text'));

const noticeTo =
  (audience: MessageScope): Run =>
  (call) =>
    sendNotice(call.centre, call.chat, call.party, speechOf(call, audience, 'noticeText'));

const type =
  (audience: MessageScope, isTyping: boolean): Run =>
  ({ centre, chat, party }) =>
    typing(centre, chat, party, audience, isTyping);

/** Sends a parting message before the party leaves, to the party's audience. */
function partingWord(call: OperationCall): Answer {
  const { centre, chat, party, parameters } = call;
  if (parameters.text('text') === null) return accepted;
  return speak(centre, chat, party, speechOf(call, party.visibility === 'All' ? 'All' : 'Agents', 'text'));
}

const afterPartingWord =
  (run: Run): Run =>
  (call) => {
    const word = partingWord(call);
    return word.statusCode === 0 ? run(call) : word;
  };

function completeOrQueue({ centre, chat, party, parameters, quirks }: OperationCall): Answer {
  const queueName = parameters.text('queueName');
  const isOffered = party.role === 'agent' || party.state === 'JoinFailed' || quirks.supervisorsOfferedMore;
  if (!isOffered) return notInThisState('Complete');
  if (queueName === null) return complete(centre, chat, party);
  if (party.role !== 'agent' || party.state !== 'Chatting') return notInThisState('Complete');
  placeInQueue(centre, chat, party, queueName);
  return accepted;
}

/** A queue may be named by the end of its address too; the first given name counts. */
const withTarget =
  (names: readonly string[], run: (call: OperationCall, target: Target) => Answer): Run =>
  (call) => {
    const uri = names.map((name) => call.parameters.text(name)).find((given) => given !== null);
    if (uri === undefined) return missing(names[0] ?? 'targetUri');
    const queueId = /\/queues\/([^/]+)$/.exec(uri)?.[1];
    const queue = queueId === undefined ? null : queueByIdOrName(decodeURIComponent(queueId));
    if (queue !== null) return run(call, { queueName: queue.name });
    const person = queueId === undefined ? call.centre.personByUri(uri) : null;
    return person === null ? unknownResource(uri) : run(call, { person });
  };

const transferToTarget = withTarget(['targetUri'], ({ centre, chat, party }, target) =>
  transfer(centre, chat, party, target),
);

function transferTo(call: OperationCall): Answer {
  const queueName = call.parameters.text('queueName');
  return queueName === null ? transferToTarget(call) : transfer(call.centre, call.chat, call.party, { queueName });
}

function dispose({ centre, chat, party, parameters }: OperationCall): Answer {
  const disposition = parameters.text('disposition');
  if (disposition === null) return missing('disposition');
  return setDisposition(centre, chat, party, disposition, parameters.text('dispositionKey'));
}

function setData({ centre, chat, party, parameters }: OperationCall): Answer {
  const set = parameters.data('userData');
  return set === null ? missing('userData') : changeData(centre, chat, party, { operation: 'user data', set });
}

function deleteData({ centre, chat, party, parameters, operation }: OperationCall): Answer {
  const remove = parameters.texts('keys');
  return remove === null ? missing('keys') : changeData(centre, chat, party, { operation, remove });
}

/** The one response for which the documentation prints another field name. */
function rejectOffer({ centre, chat, party, quirks }: OperationCall): Answer {
  const answer = reject(centre, chat, party);
  return answer.statusCode === 0 && quirks.rejectAnswersStatus ? { ...answer, printedAs: { status: 0 } } : answer;
}

const sendUrl: Run = ({ centre, chat, party, parameters, operation }) =>
  pushUrl(centre, chat, party, operation, parameters.text('url'));

/**
 * The operations on a chat of the party's own: to whom each is offered, and what it does. Written from the vendor's
 * documentation, never from the client. Capabilities are listed in this order, which is that of the samples.
 */
export const chatOperations: Readonly<Record<string, ChatOperation>> = {
  Accept: {
    isOffered: offer.whileInvited,
    run: ({ centre, chat, party, parameters }) => accept(centre, chat, party, parameters.text('nickname')),
  },
  Reject: { isOffered: offer.whileInvited, run: rejectOffer },
  Leave: {
    isOffered: offer.whileChatting,
    run: afterPartingWord(({ centre, chat, party }) => leave(centre, chat, party)),
  },
  SetInFocus: {
    isOffered: offer.untilWrapUpEnds,
    run: ({ party }) => (party.state === 'Invited' ? notInThisState('SetInFocus') : accepted),
  },
  Complete: { isOffered: offer.completing, run: afterPartingWord(completeOrQueue) },
  SetDisposition: { isOffered: offer.untilWrapUpEnds, run: dispose },
  AttachUserData: { isOffered: offer.untilWrapUpEnds, run: setData },
  DeleteUserData: { isOffered: offer.untilWrapUpEnds, run: deleteData },
  UpdateUserData: { isOffered: offer.untilWrapUpEnds, run: setData },
  Transfer: { isOffered: offer.whileChatting, run: afterPartingWord(transferTo) },
  Invite: {
    isOffered: offer.whileChatting,
    run: withTarget(['targetUri'], ({ centre, chat, party }, target) => invite(centre, chat, party, target)),
  },
  Consult: {
    isOffered: offer.whileChatting,
    run: withTarget(['targetUri', 'targetPath'], ({ centre, chat, party }, target) =>
      consult(centre, chat, party, target),
    ),
  },
  SendToAgents: { isOffered: offer.speakingToAgents, run: speakTo('Agents') },
  SendStartTypingToAgentsNotification: { isOffered: offer.typingToAgents, run: type('Agents', true) },
  SendStopTypingToAgentsNotification: { isOffered: offer.typingToAgents, run: type('Agents', false) },
  SendMessage: { isOffered: offer.speakingToEveryone, run: speakTo('All') },
  SendStartTypingNotification: { isOffered: offer.typingToEveryone, run: type('All', true) },
  SendStopTypingNotification: { isOffered: offer.typingToEveryone, run: type('All', false) },
  SwitchToMonitor: {
    isOffered: offer.switchingTo('Monitor'),
    run: ({ centre, chat, party }) => switchMode(centre, chat, party, 'Monitor'),
  },
  SwitchToCoach: {
    isOffered: offer.switchingTo('Coach'),
    run: ({ centre, chat, party }) => switchMode(centre, chat, party, 'Coach'),
  },
  SwitchToBargeIn: {
    isOffered: offer.switchingTo('BargeIn'),
    run: ({ centre, chat, party }) => switchMode(centre, chat, party, 'BargeIn'),
    capability: ({ switchBargeInCapability }) => (switchBargeInCapability ? 'SwitchBargeIn' : 'SwitchToBargeIn'),
  },
  SendCustomNotice: { isOffered: offer.beyondSamplesInTheOpen, run: noticeTo('All') },
  SendCustomNoticeToAgents: { isOffered: offer.beyondSamplesToAgents, run: noticeTo('Agents') },
  SendUrl: {
    isOffered: (viewer) => offer.beyondSamplesInTheOpen(viewer) && viewer.quirks.sendUrlCapability,
    run: (call) => (call.quirks.sendUrlCapability ? sendUrl(call) : unknownOperation(call.operation)),
  },
  PushUrl: {
    isOffered: (viewer) => offer.beyondSamplesInTheOpen(viewer) && !viewer.quirks.sendUrlCapability,
    run: (call) => (call.quirks.sendUrlCapability ? unknownOperation(call.operation) : sendUrl(call)),
  },
  CancelConsult: {
    isOffered: offer.whileConsulting,
    run: ({ centre, chat, party }) => cancelConsult(centre, chat, party),
  },
  RemoveParticipantFromConference: {
    isOffered: offer.inConference,
    run: withTarget(['targetUri', 'userUri'], ({ centre, chat, party }, target) =>
      'person' in target ? removeParticipant(centre, chat, party, target.person) : missing('targetUri'),
    ),
  },
};

/** Returns the capabilities of this party in its chat. */
export function capabilitiesOf(viewer: offer.Viewer): string[] {
  return Object.entries(chatOperations)
    .filter(([, { isOffered }]) => isOffered(viewer))
    .map(([operation, { capability }]) => capability?.(viewer.quirks) ?? operation);
}

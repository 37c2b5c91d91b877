import type { SentenceValues, NetworkProblem } from './model/network-problem';

/** All errors that a supervisor can see. Each has a sentence in the catalogue (`error.*`). */
export type ErrorCode =
  // server not reached
  | 'server.addressInvalid'
  | 'server.insecure'
  | 'server.notFound'
  | 'server.refused'
  | 'server.unreachable'
  | 'server.timeout'
  | 'server.certificate'
  | `server.${NetworkProblem}`
  | 'server.proxy'
  | 'server.notGenesys'
  | 'server.busy'
  | 'server.fault'
  // sign-in
  | 'session.credentials'
  | 'session.passwordChange'
  | 'session.notSupervisor'
  | 'session.expired'
  | 'session.singleSignOn'
  | 'session.noSingleSignOn'
  | 'session.signInGivenUp'
  | 'session.signInPageFailed'
  | 'session.signedOut'
  | 'session.alreadySignedIn'
  // commands
  | 'command.notOffered'
  | 'command.chatGone'
  | 'command.modeDiffers'
  | 'command.readersDiffer'
  | 'command.heldBack'
  | 'command.notLive'
  | 'command.steppingBack'
  | 'command.emptyText'
  | 'command.refused'
  | 'command.forbidden'
  | 'command.notFound'
  | 'command.outcomeUnknown'
  | 'command.alreadyPending'
  | 'command.partlyDone'
  | 'budget.agentMinutes'
  | 'budget.agentChats'
  | 'budget.chatMinutes'
  // this console
  | 'input.invalid'
  | 'name.unseeable'
  | 'settings.notSaved'
  | 'settings.locked'
  | 'policy.notAllowed'
  | 'policy.hostNotAllowed'
  | 'policy.signInHostNotAllowed'
  | 'link.refused'
  | 'journal.damaged'
  | 'file.notSaved'
  | 'practice.notStarted'
  | 'internal';

export interface AppError {
  readonly code: ErrorCode;
  /** The server's message, if any. Plain text from outside: never markup, chat text or credentials. */
  readonly serverMessage?: string;
  /** Values for the sentence, e.g. `{ host: 'gws.example.com' }`. A `date` is in epoch milliseconds. */
  readonly values?: SentenceValues;
  /** Milliseconds until a retry makes sense, if the server said so. */
  readonly retryAfterMs?: number;
}

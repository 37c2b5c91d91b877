/** The closed set of things that can go wrong where a supervisor can see it. Each has a sentence in the catalogue (`error.*`). */
export type ErrorCode =
  // reaching the server
  | 'server.addressInvalid'
  | 'server.insecure'
  | 'server.notFound'
  | 'server.refused'
  | 'server.unreachable'
  | 'server.timeout'
  | 'server.certificate'
  | 'server.proxy'
  | 'server.notGenesys'
  | 'server.busy'
  | 'server.fault'
  // being let in
  | 'session.credentials'
  | 'session.passwordChange'
  | 'session.notSupervisor'
  | 'session.expired'
  | 'session.signedOut'
  | 'session.alreadySignedIn'
  // doing something
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
  // this side of the wall
  | 'input.invalid'
  | 'name.unseeable'
  | 'settings.notSaved'
  | 'link.refused'
  | 'practice.notStarted'
  | 'internal';

export interface AppError {
  readonly code: ErrorCode;
  /** The server's own words where it gave any. Plain text from outside: show as text. Never chat text, never a credential. */
  readonly serverMessage?: string;
  /** Values for the sentence, e.g. `{ host: 'gws.example.com' }`. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Milliseconds until trying again makes sense, where the server said so. */
  readonly retryAfterMs?: number;
}

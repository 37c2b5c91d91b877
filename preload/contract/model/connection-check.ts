import type { AppError } from '../errors';
import type { ConnectionReason } from './connection';
import type { SentenceValues } from './network-problem';

/**
 * Steps of a connection check, in their order: from the name of the server to an event of the stream. Each has a title
 * (`connectionCheck.step.*`) and a sentence for the administrator (`connectionCheck.tell.*`).
 */
export const checkSteps = [
  'name',
  'proxy',
  'reach',
  'encryption',
  'server',
  'signIn',
  'cookies',
  'token',
  'handshake',
  'poll',
  'event',
] as const;
export type CheckStep = (typeof checkSteps)[number];

/** What a step that passed found; each has a sentence (`connectionCheck.finding.*`). */
export type CheckFinding =
  | 'nameFound'
  | 'nameByProxy'
  | 'noProxy'
  | 'proxyUsed'
  | 'reached'
  | 'encrypted'
  | 'answers'
  | 'answersWithVersion'
  | 'answersWithPage'
  | 'wantsPassword'
  | 'wantsPage'
  | 'signedIn'
  | 'cookieKept'
  | 'cookiesNotUsed'
  | 'tokenKept'
  | 'tokenNotUsed'
  | 'handshakeKept'
  | 'pollAnswered'
  | 'pollAnsweredOnce'
  | 'eventArrived';

/**
 * Why a step was not tried, which says nothing about what it would have found. `notSignedIn`: it needs a session.
 * `notEncrypted`: the address is on this computer. `noEventYet`: nothing happened that the server would report.
 * `noLookup`: this computer did not answer, or not in time; a later step shows whether it matters.
 */
export type CheckOmission = 'afterFailure' | 'stopped' | 'notSignedIn' | 'notEncrypted' | 'noEventYet' | 'noLookup';

/** What failed, in the terms of a sign-in or of the connection. */
export type CheckProblem =
  | { readonly kind: 'error'; readonly error: AppError }
  | { readonly kind: 'reason'; readonly reason: ConnectionReason; readonly values?: SentenceValues };

export type CheckResult =
  | { readonly is: 'waiting' | 'running' }
  | { readonly is: 'passed'; readonly finding: CheckFinding; readonly values: SentenceValues }
  | { readonly is: 'failed'; readonly problem: CheckProblem }
  | { readonly is: 'notTried'; readonly why: CheckOmission };

/** A connection check, under way or finished. */
export interface ConnectionCheckState {
  /** Host and port of the server, nothing else of its address. */
  readonly host: string;
  /** Epoch milliseconds. */
  readonly startedAt: number;
  readonly isRunning: boolean;
  /** False: it tried what is possible without a session. */
  readonly isSignedIn: boolean;
  readonly results: Readonly<Record<CheckStep, CheckResult>>;
}

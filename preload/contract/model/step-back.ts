import type { AppError } from '../errors';

/** Scope of a step back: where customers can see the supervisor, or where anyone can. */
export type StepBackScope = 'customers' | 'everyone';

/**
 * State of one item. `monitoring` and `ended` are confirmed by the server; with any other value others may still see
 * the supervisor, now or in the next chat. `unreachable`: repeated when the connection returns. `failed`: repeated only
 * at the supervisor's request.
 */
export type StepBackStatus = 'monitoring' | 'ended' | 'requested' | 'notConfirmed' | 'unreachable' | 'failed';

/**
 * A chat, invitation or watch that makes, or would make, the supervisor visible. The names remain after the chat ends.
 */
export interface StepBackItem {
  readonly kind: 'chat' | 'invitation' | 'watch';
  /** Chat id, or agent id for a watch. */
  readonly id: string;
  /** `null` for a watch, and if the name is unknown. */
  readonly customerName: string | null;
  readonly agentName: string | null;
  readonly status: StepBackStatus;
  /** Why the last attempt failed; otherwise `null`. */
  readonly error: AppError | null;
}

/**
 * A step back in many chats, run by main and shown by windows.
 *
 * `outcome`: `working`: requests are pending or will be repeated. `notKnown`: nothing is left to request, but the
 * connection is not live, so the server may hold more. `confirmed`: the connection is live and no participation,
 * invitation or watch of this scope is left. `failed`: some items need the supervisor.
 */
export interface StepBackState {
  /** Incremented with every request to step back. */
  readonly number: number;
  readonly scope: StepBackScope;
  readonly items: readonly StepBackItem[];
  readonly outcome: 'working' | 'notKnown' | 'confirmed' | 'failed';
}

import type { AppError } from '../errors';

/** Which participation to give up: where customers can see the supervisor, or where anyone can. */
export type StepBackScope = 'customers' | 'everyone';

/**
 * How far one item is. `monitoring` and `ended` are confirmed by the server; every other value means that someone may still
 * see the supervisor, now or in the next chat. `unreachable`: repeated when the connection is back. `failed`: not repeated
 * unless the supervisor asks for it.
 */
export type StepBackStanding = 'monitoring' | 'ended' | 'requested' | 'notConfirmed' | 'unreachable' | 'failed';

/** One chat, invitation or watch that makes, or would make, the supervisor visible. Names outlive their chat. */
export interface StepBackItem {
  readonly kind: 'chat' | 'invitation' | 'watch';
  /** Chat id, or the agent's id for a watch. */
  readonly id: string;
  /** `null` for a watch, and where the name is not known. */
  readonly customerName: string | null;
  readonly agentName: string | null;
  readonly standing: StepBackStanding;
  /** Why the last attempt failed; `null` when nothing failed. */
  readonly error: AppError | null;
}

/**
 * The return to monitoring in many chats, driven by main and drawn by windows.
 *
 * `outcome`: `working`: requests are under way or will be repeated. `notKnown`: nothing is left to request, but the connection
 * is not live, so the server may hold more. `confirmed`: the connection is live and the server's state holds no participation,
 * invitation or watch of this scope. `failed`: some items need the supervisor.
 */
export interface StepBackState {
  /** Grows with every request to step back. */
  readonly number: number;
  readonly scope: StepBackScope;
  readonly items: readonly StepBackItem[];
  readonly outcome: 'working' | 'notKnown' | 'confirmed' | 'failed';
}

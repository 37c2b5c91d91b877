import type { AppError } from '../errors';
import type { Presence } from './agent';

/** Somebody or something a chat can be handed to, or asked into it. */
export interface HandOverTarget {
  readonly kind: 'agent' | 'queue';
  readonly id: string;
  readonly name: string;
}

/** A hand-over target as the directory knows it. */
export interface FoundTarget extends HandOverTarget {
  /** What an agent signs in with, and the number the house knows him by; found by these as well as by the name. */
  readonly userName?: string;
  readonly employeeId?: string;
  /** Of agents only. */
  readonly presence?: Presence;
  /** The server's own words for the presence; `null` when it gave none. */
  readonly presenceText?: string | null;
  /** Groups, teams or skills of an agent. */
  readonly groups?: readonly string[];
}

export interface FoundTargets {
  /** The best matches first, so many as a list can show. */
  readonly targets: readonly FoundTarget[];
  /** More would fit; a longer query finds them. */
  readonly hasMore: boolean;
  /** One kind could not be read; the targets are of the other. */
  readonly problem?: AppError;
}

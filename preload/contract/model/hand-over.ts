import type { AppError } from '../errors';
import type { Presence } from './agent';

/** Target of a hand-over, consult or invite. */
export interface HandOverTarget {
  readonly kind: 'agent' | 'queue';
  readonly id: string;
  readonly name: string;
}

/** A hand-over target of the directory. */
export interface FoundTarget extends HandOverTarget {
  /** User name and employee number; searched as well as the name. */
  readonly userName?: string;
  readonly employeeId?: string;
  /** Agents only. */
  readonly presence?: Presence;
  /** The server's text for the presence; `null` if it sent none. */
  readonly presenceText?: string | null;
  /** Groups, teams or skills of an agent. */
  readonly groups?: readonly string[];
}

export interface FoundTargets {
  /** Best matches first, as many as a list can show. */
  readonly targets: readonly FoundTarget[];
  /** More targets match; a longer query finds them. */
  readonly hasMore: boolean;
  /** One kind of target could not be read; `targets` contains the other. */
  readonly problem?: AppError;
}

/** Why the supervisor is taken to have left the workstation; `null` while present. */
export type AwayReason = 'locked' | 'suspended' | 'idle';

export interface UserPresence {
  readonly away: AwayReason | null;
}

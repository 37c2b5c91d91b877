import type { AlertLevel, AttentionRule } from '../attention-rules';

export interface AlertSettings {
  readonly levels: Readonly<Record<AttentionRule, AlertLevel>>;
  /** Minutes without a reaction after which an alert rises one level, once; `null` means never. */
  readonly escalatesAfterMinutes: number | null;
  /** Local time, in minutes since midnight. The period may span midnight. */
  readonly quietHours: { readonly isOn: boolean; readonly fromMinute: number; readonly toMinute: number };
  /** Epoch milliseconds until which no notification is shown; `null` if they are not paused. */
  readonly pausedUntil: number | null;
  /** Names the customer in notifications, which others may read on the lock screen. */
  readonly namesCustomer: boolean;
}

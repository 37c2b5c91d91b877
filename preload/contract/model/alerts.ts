import type { AlertLevel, AttentionRule } from '../attention-rules';

/** `system`: the sound of the desktop, which its do-not-disturb silences. The others are part of the program. */
export const alertSounds = ['system', 'chime', 'marimba', 'drop', 'bell'] as const;
export type AlertSound = (typeof alertSounds)[number];

/** How loud the sounds of the program are, as the part of the system's volume that they use. */
export const alertVolumes = { low: 0.25, medium: 0.55, high: 1 } as const;
export type AlertVolume = keyof typeof alertVolumes;

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
  readonly sounds: Readonly<Record<AttentionRule, AlertSound>>;
  readonly volume: AlertVolume;
}

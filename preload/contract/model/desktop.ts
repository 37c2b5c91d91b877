import type { AlertSound } from './alerts';

/**
 * Whether the desktop shows notifications. `noBus`: no session bus. `noService`: no notification service.
 * `notResponding`: the service does not reply. `denied`: the system refuses this program.
 */
export type NotificationService = 'working' | 'noBus' | 'noService' | 'notResponding' | 'denied';

/** What keeps alerts from the supervisor outside the window, or could. The most important first. */
export type DesktopLimit = Exclude<NotificationService, 'working'> | 'doNotDisturb' | 'noSound' | 'noTray';

/**
 * Progress of a test notification. `sent`: given to the desktop. `confirmed`: accepted by it, not clicked yet.
 * `clicked` and `closed`: what the user did with it. `notConfirmed` and `notClicked`: nothing came back in time.
 * `notDelivered`: the desktop shows no notifications now.
 */
export type SelfTest =
  'idle' | 'sent' | 'confirmed' | 'clicked' | 'closed' | 'notConfirmed' | 'notClicked' | 'notDelivered';

/** How far the desktop can reach the supervisor. Main decides it, and windows show it. */
export interface DesktopState {
  readonly notifications: NotificationService | 'notKnown';
  readonly tray: 'shown' | 'notKnown';
  readonly doNotDisturb: 'on' | 'off' | 'notKnown';
  /** `systemOnly`: the window could not play a sound, so notifications sound by themselves. `none`: they cannot either. */
  readonly sound: 'working' | 'systemOnly' | 'none';
  /** Limits that the window shows until the user dismisses them. One that was dismissed returns after it had ended. */
  readonly notice: readonly DesktopLimit[];
  readonly selfTest: SelfTest;
}

/** A sound that a page plays. */
export interface PlayedSound {
  readonly sound: Exclude<AlertSound, 'system'>;
  readonly volume: number;
}

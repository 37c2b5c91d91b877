import type { Disposer } from '../base/clock';

/** What the user can do on a notification. `open` is also a click on its body. */
export type NotificationAction = 'open' | 'remindLater' | 'claim';

export interface NotificationContent {
  readonly title: string;
  /** Plain text. An adapter escapes it where the desktop parses markup. */
  readonly body: string;
  readonly urgency: 'normal' | 'critical';
  readonly hasSound: boolean;
  /** True if the notification stays until the user reacts, where the desktop can do that. */
  readonly isPersistent: boolean;
  /** Buttons in this order, where the desktop has them. A click on the body always means `open`. */
  readonly actions: readonly NotificationAction[];
}

/**
 * Whether the desktop shows notifications. `noBus`: no session bus. `noService`: no notification service.
 * `notResponding`: the service does not reply. `denied`: the system refuses this program.
 */
export type NotifierState = 'working' | 'noBus' | 'noService' | 'notResponding' | 'denied';

export interface NotifierEvents {
  /** The user clicked the notification or one of its buttons. */
  readonly onAction: (key: string, action: NotificationAction) => void;
  /** The user closed the notification. A time-out does not count. */
  readonly onDismiss: (key: string) => void;
  readonly onStateChange: (state: NotifierState) => void;
}

/**
 * Shows notifications of the operating system; the port of `main/dbus` (Linux) and `main/electron` (Windows, macOS).
 *
 * 1. A key has at most one notification. Showing a key again updates its notification in place.
 * 2. No call waits for the desktop. What could not be delivered is kept and shown when the desktop accepts it again,
 *    unless it was withdrawn before.
 */
export interface DesktopNotifier {
  show(key: string, content: NotificationContent): void;
  withdraw(key: string): void;
  /** Returns whether the desktop confirmed that it shows this key. */
  isConfirmed(key: string): boolean;
  state(): NotifierState;
  subscribe(events: NotifierEvents): Disposer;
  /** Withdraws everything and stops. */
  close(): void;
}

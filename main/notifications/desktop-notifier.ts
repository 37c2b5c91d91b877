import type { NotificationService } from '../../preload/contract';
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

export interface NotifierEvents {
  /**
   * The user clicked the notification or one of its buttons. `activation` is the token of a Wayland desktop by which a
   * window may come forward; `null` if there is none.
   */
  readonly onAction: (key: string, action: NotificationAction, activation: string | null) => void;
  /** The desktop confirmed that it shows the notification. */
  readonly onShown?: (key: string) => void;
  /** The user closed the notification. A time-out does not count. */
  readonly onDismiss: (key: string) => void;
  /** The state changed, or what the desktop can do. */
  readonly onStateChange: (state: NotificationService) => void;
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
  state(): NotificationService;
  /** Returns whether a notification can sound by itself; `null` if that is not known. */
  canSound(): boolean | null;
  subscribe(events: NotifierEvents): Disposer;
  /** Withdraws everything and stops. */
  close(): void;
}

import type {
  DesktopNotifier,
  NotificationAction,
  NotificationContent,
  NotifierEvents,
  NotifierState,
} from '../../../main/notifications/desktop-notifier';

/** A desktop that shows everything at once and keeps what it was given. */
export class FakeNotifier implements DesktopNotifier {
  readonly live = new Map<string, NotificationContent>();
  readonly history: { readonly key: string; readonly content: NotificationContent }[] = [];
  readonly withdrawn: string[] = [];
  readonly #events = new Set<NotifierEvents>();

  show(key: string, content: NotificationContent): void {
    this.live.set(key, content);
    this.history.push({ key, content });
  }

  withdraw(key: string): void {
    this.live.delete(key);
    this.withdrawn.push(key);
  }

  isConfirmed(key: string): boolean {
    return this.live.has(key);
  }

  state(): NotifierState {
    return 'working';
  }

  subscribe(events: NotifierEvents): () => void {
    this.#events.add(events);
    return () => void this.#events.delete(events);
  }

  close(): void {
    this.live.clear();
  }

  act(key: string, action: NotificationAction): void {
    for (const { onAction } of this.#events) onAction(key, action);
  }

  dismiss(key: string): void {
    this.live.delete(key);
    for (const { onDismiss } of this.#events) onDismiss(key);
  }

  /** The desktop hides it after its time, as most do. */
  expire(key: string): void {
    this.live.delete(key);
  }
}

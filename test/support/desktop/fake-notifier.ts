import type { NotificationService } from '../../../preload/contract';
import type {
  DesktopNotifier,
  NotificationAction,
  NotificationContent,
  NotifierEvents,
} from '../../../main/notifications/desktop-notifier';

/**
 * A desktop that shows everything at once and keeps what it was given. While its state is not `working`, it shows nothing;
 * while it is silent, it confirms nothing.
 */
export class FakeNotifier implements DesktopNotifier {
  readonly live = new Map<string, NotificationContent>();
  readonly history: { readonly key: string; readonly content: NotificationContent }[] = [];
  readonly withdrawn: string[] = [];
  isSilent = false;
  hasSounds: boolean | null = true;
  readonly #events = new Set<NotifierEvents>();
  #state: NotificationService = 'working';

  show(key: string, content: NotificationContent): void {
    this.live.set(key, content);
    this.history.push({ key, content });
    if (this.#state === 'working' && !this.isSilent) this.confirm(key);
  }

  withdraw(key: string): void {
    this.live.delete(key);
    this.withdrawn.push(key);
  }

  isConfirmed(key: string): boolean {
    return this.live.has(key);
  }

  state(): NotificationService {
    return this.#state;
  }

  canSound(): boolean | null {
    return this.hasSounds;
  }

  become(state: NotificationService): void {
    this.#state = state;
    for (const { onStateChange } of this.#events) onStateChange(state);
  }

  confirm(key: string): void {
    for (const { onShown } of this.#events) onShown?.(key);
  }

  subscribe(events: NotifierEvents): () => void {
    this.#events.add(events);
    return () => void this.#events.delete(events);
  }

  close(): void {
    this.live.clear();
  }

  act(key: string, action: NotificationAction): void {
    for (const { onAction } of this.#events) onAction(key, action, null);
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

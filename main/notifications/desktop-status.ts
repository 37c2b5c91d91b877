import type { DesktopLimit, DesktopState, NotificationService } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';

/** What is known of the desktop at one moment. */
export interface DesktopCondition extends Omit<DesktopState, 'notice' | 'notifications'> {
  readonly notifications: NotificationService;
}

export interface DesktopStatusOptions {
  readonly clock: Clock;
  readonly read: () => DesktopCondition;
  /** Stored, so that a limit of this computer is shown once and not at every start. */
  readonly dismissed: { read(): readonly DesktopLimit[]; write(limits: readonly DesktopLimit[]): void };
  readonly onChange: (state: DesktopState) => void;
}

/** Milliseconds for which a limit must last. Shorter ones are a start, or a service that restarts. */
const settleMs = 4_000;

/**
 * Decides which limits of the desktop a window shows.
 *
 * 1. A limit is shown once it has lasted, and until it ends or the user dismisses it.
 * 2. A dismissed limit stays dismissed, over restarts too, until it has ended for as long.
 */
export class DesktopStatus {
  readonly #options: DesktopStatusOptions;
  #lasting: readonly DesktopLimit[] = [];
  #isSettled = false;
  #published = '';
  #seenLimits: string;
  #timer: Disposer | null = null;

  constructor(options: DesktopStatusOptions) {
    this.#options = options;
    this.#seenLimits = limitsOf(options.read()).join();
    this.#timer = options.clock.after(settleMs, () => {
      this.#settle();
    });
  }

  state(): DesktopState {
    const condition = this.#options.read();
    const current = limitsOf(condition);
    const dismissed = this.#options.dismissed.read();
    const isUnknown = !this.#isSettled && condition.notifications === 'working';
    return {
      ...condition,
      notifications: isUnknown ? 'notKnown' : condition.notifications,
      notice: this.#lasting.filter((limit) => current.includes(limit) && !dismissed.includes(limit)),
    };
  }

  /** Something that `read` returns may have changed. */
  changed(): void {
    const limits = limitsOf(this.#options.read()).join();
    if (limits !== this.#seenLimits) {
      this.#seenLimits = limits;
      this.#timer?.();
      this.#timer = this.#options.clock.after(settleMs, () => {
        this.#settle();
      });
    }
    this.#publish();
  }

  dismiss(): void {
    const { dismissed } = this.#options;
    dismissed.write([...new Set([...dismissed.read(), ...this.state().notice])]);
    this.#publish();
  }

  dispose(): void {
    this.#timer?.();
  }

  #settle(): void {
    this.#timer = null;
    this.#isSettled = true;
    const { read, dismissed } = this.#options;
    this.#lasting = limitsOf(read());
    const before = dismissed.read();
    const still = before.filter((limit) => this.#lasting.includes(limit));
    if (still.length < before.length) dismissed.write(still);
    this.#publish();
  }

  #publish(): void {
    const state = this.state();
    const written = JSON.stringify(state);
    if (written === this.#published) return;
    this.#published = written;
    this.#options.onChange(state);
  }
}

/** The most important first. */
function limitsOf({ notifications, doNotDisturb, sound, tray }: DesktopCondition): readonly DesktopLimit[] {
  return [
    ...(notifications === 'working' ? [] : [notifications]),
    ...(doNotDisturb === 'on' ? (['doNotDisturb'] as const) : []),
    ...(sound === 'none' ? (['noSound'] as const) : []),
    ...(tray === 'notKnown' ? (['noTray'] as const) : []),
  ];
}

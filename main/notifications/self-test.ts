import type { SelfTest } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import { say } from '../ui-strings/ui-strings';
import type { DesktopNotifier } from './desktop-notifier';

export interface NotificationSelfTestOptions {
  readonly notifier: DesktopNotifier;
  readonly clock: Clock;
  readonly onChange: () => void;
  /** The user clicked the test notification. */
  readonly onClick: (activation: string | null) => void;
}

/** Longer than a service that the bus has to start usually takes. */
const confirmWithinMs = 10_000;
const clickWithinMs = 30_000;
const key = 'self test';

/**
 * Sends a real notification and follows what comes back of it. A reply or a click that comes after its time still
 * counts.
 */
export class NotificationSelfTest {
  readonly #options: NotificationSelfTestOptions;
  readonly #unsubscribe: Disposer;
  #state: SelfTest = 'idle';
  #timer: Disposer | null = null;

  constructor(options: NotificationSelfTestOptions) {
    this.#options = options;
    this.#unsubscribe = options.notifier.subscribe({
      onShown: (shown) => {
        if (shown === key && (this.#state === 'sent' || this.#state === 'notConfirmed')) this.#confirmed();
      },
      onAction: (clicked, _action, activation) => {
        if (clicked !== key || this.#state === 'idle') return;
        this.#end('clicked');
        options.onClick(activation);
      },
      onDismiss: (closed) => {
        if (closed === key && this.#state !== 'idle' && this.#state !== 'clicked') this.#end('closed');
      },
      onStateChange: (state) => {
        if (this.#state === 'sent' && state !== 'working') this.#end('notDelivered');
      },
    });
  }

  state(): SelfTest {
    return this.#state;
  }

  start(): void {
    const { notifier } = this.#options;
    notifier.withdraw(key);
    if (notifier.state() !== 'working') {
      this.#end('notDelivered');
      return;
    }
    this.#wait('sent', confirmWithinMs, 'notConfirmed');
    notifier.show(key, {
      title: say('outside.notification.test.title'),
      body: say('outside.notification.test.text'),
      ...{ urgency: 'normal', hasSound: false, isPersistent: false, actions: ['open'] },
    });
  }

  dispose(): void {
    this.#timer?.();
    this.#unsubscribe();
  }

  #confirmed(): void {
    this.#wait('confirmed', clickWithinMs, 'notClicked');
  }

  #wait(state: SelfTest, withinMs: number, afterwards: SelfTest): void {
    this.#set(state);
    this.#timer = this.#options.clock.after(withinMs, () => {
      this.#set(afterwards);
    });
  }

  #end(state: SelfTest): void {
    this.#set(state);
    this.#options.notifier.withdraw(key);
  }

  #set(state: SelfTest): void {
    this.#timer?.();
    this.#timer = null;
    this.#state = state;
    this.#options.onChange();
  }
}

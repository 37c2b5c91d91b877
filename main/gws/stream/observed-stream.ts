import type { Clock, Disposer } from '../../base/clock';
import type { StreamFacts } from '../../connection-check/ports';
import type { StreamListener } from './stream-manager';
import type { StreamProblem } from './stream-problem';

/** Observes a stream on its way to the listener, which is called first. It changes nothing. */
export class ObservedStream implements StreamListener {
  readonly #listener: StreamListener;
  readonly #clock: Clock;
  readonly #observers = new Set<() => void>();
  #facts: StreamFacts = { subscribedAt: null, pollCount: 0, lastHeldMs: null, lastEventAt: null, problem: null };
  #lastPollMs: number | null = null;

  constructor(listener: StreamListener, clock: Clock) {
    this.#listener = listener;
    this.#clock = clock;
  }

  facts(): StreamFacts {
    return this.#facts;
  }

  /** Calls back after each change of the facts. */
  subscribe(observer: () => void): Disposer {
    this.#observers.add(observer);
    return () => void this.#observers.delete(observer);
  }

  onSubscribed(): void {
    this.#listener.onSubscribed();
    this.#change({ subscribedAt: this.#clock.now(), problem: null });
  }

  onPoll(): void {
    this.#listener.onPoll();
    const nowMs = this.#clock.monotonicMs();
    const lastHeldMs = this.#lastPollMs === null ? null : nowMs - this.#lastPollMs;
    this.#lastPollMs = nowMs;
    // An interruption that ended with a poll of the same session needs no new subscription.
    const subscribedAt = this.#facts.subscribedAt ?? this.#clock.now();
    this.#change({ subscribedAt, pollCount: this.#facts.pollCount + 1, lastHeldMs, problem: null });
  }

  onMessages(messages: readonly unknown[]): void {
    this.#listener.onMessages(messages);
    this.#change({ lastEventAt: this.#clock.now() });
  }

  onInterrupted(problem: StreamProblem, mayHaveLost: boolean, nextAttemptAt: number | null): void {
    this.#listener.onInterrupted(problem, mayHaveLost, nextAttemptAt);
    this.#lastPollMs = null;
    const { reason, values } = problem;
    this.#change({ subscribedAt: null, problem: { reason, ...(values === undefined ? {} : { values }) } });
  }

  #change(part: Partial<StreamFacts>): void {
    this.#facts = { ...this.#facts, ...part };
    for (const observer of [...this.#observers]) observer();
  }
}

import type { CheckResult, CheckStep, ConnectionCheckState, Done, ErrorCode, Result } from '../../../preload/contract';
import { checkSteps } from '../../../preload/contract/model/connection-check';

const done: Result<Done> = { ok: true, value: null };

/** A connection check that a test or a scene moves on step by step. */
export class FakeConnectionCheck {
  state: ConnectionCheckState | null = null;
  isSignedIn = true;
  /** Refuses every address with this error. */
  refusal: ErrorCode | null = null;
  readonly #changed: (state: ConnectionCheckState) => void;

  constructor(changed: (state: ConnectionCheckState) => void) {
    this.#changed = changed;
  }

  readonly handlers = {
    'connectionCheck.read': (): Result<ConnectionCheckState | null> => ({ ok: true, value: this.state }),
    'connectionCheck.start': ({ address }: { readonly address: string }): Result<Done> => {
      if (this.refusal !== null) return { ok: false, error: { code: this.refusal } };
      this.#set({
        host: this.isSignedIn ? 'gws.example.com' : new URL(address).host,
        startedAt: Date.now(),
        isRunning: true,
        isSignedIn: this.isSignedIn,
        results: each(() => ({ is: 'waiting' })),
      });
      return done;
    },
    'connectionCheck.stop': (): Result<Done> => {
      const { state } = this;
      if (state?.isRunning !== true) return done;
      const isOpen = (step: CheckStep): boolean => ['waiting', 'running'].includes(state.results[step].is);
      this.finish((step) => (isOpen(step) ? { is: 'notTried', why: 'stopped' } : state.results[step]));
      return done;
    },
  };

  /** These steps have ended so; the check goes on. */
  reach(results: Partial<Record<CheckStep, CheckResult>>): void {
    if (this.state !== null) this.#set({ ...this.state, results: { ...this.state.results, ...results } });
  }

  finish(resultOf: (step: CheckStep) => CheckResult): void {
    if (this.state !== null) this.#set({ ...this.state, isRunning: false, results: each(resultOf) });
  }

  #set(state: ConnectionCheckState): void {
    this.state = state;
    this.#changed(state);
  }
}

function each(resultOf: (step: CheckStep) => CheckResult): ConnectionCheckState['results'] {
  return Object.fromEntries(checkSteps.map((step) => [step, resultOf(step)])) as Record<CheckStep, CheckResult>;
}

import type { Clock } from './base/clock';
import type { Logger } from './base/log';

export type Phase = 'starting' | 'running' | 'stopping' | 'stopped';

export interface Lifecycle {
  phase(): Phase;
  /** Marks the end of the start. */
  running(): void;
  /** Adds a shutdown step; steps run in the order of registration. */
  beforeEnd(what: string, act: () => Promise<unknown> | undefined): void;
  /** Shuts down. Repeated calls return the same promise, which always resolves. */
  stop(): Promise<void>;
}

export interface LifecycleOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** Milliseconds after which the shutdown ends, whatever its steps do. */
  readonly deadlineMs: number;
}

const order: readonly Phase[] = ['starting', 'running', 'stopping', 'stopped'];

/**
 * Lifecycle of the program: starting, running, stopping, stopped. A clean shutdown (stream, contact-centre session,
 * practice floor) is worth a few seconds. A failed step is logged and does not stop the next, and after the deadline
 * the rest is skipped.
 */
export function createLifecycle({ clock, log, deadlineMs }: LifecycleOptions): Lifecycle {
  let phase: Phase = 'starting';
  let ending: Promise<void> | null = null;
  const steps: { what: string; act: () => Promise<unknown> | undefined }[] = [];

  const enter = (next: Phase): void => {
    if (order.indexOf(next) > order.indexOf(phase)) {
      phase = next;
      log.info('lifecycle phase changed', { phase });
    }
  };

  const takeSteps = async (): Promise<void> => {
    for (const { what, act } of steps) {
      try {
        await act();
      } catch (cause) {
        log.error(`shutdown step failed: ${what}`, { cause });
      }
    }
  };

  const end = async (): Promise<void> => {
    enter('stopping');
    let disposeDeadline = (): void => undefined;
    const deadline = new Promise<'late'>((resolve) => {
      disposeDeadline = clock.after(deadlineMs, () => {
        resolve('late');
      });
    });
    const outcome = await Promise.race([takeSteps(), deadline]);
    disposeDeadline();
    if (outcome === 'late') {
      log.warn('shutdown deadline expired');
    }
    enter('stopped');
  };

  return {
    phase: () => phase,
    running: () => {
      enter('running');
    },
    beforeEnd: (what, act) => {
      steps.push({ what, act });
    },
    stop: () => (ending ??= end()),
  };
}

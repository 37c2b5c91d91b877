import type { Clock } from './base/clock';
import type { Logger } from './base/log';

export type Phase = 'starting' | 'running' | 'stopping' | 'stopped';

export interface Lifecycle {
  phase(): Phase;
  /** Everything stands. */
  running(): void;
  /** Something to be done before the end, in the order given here. */
  beforeEnd(what: string, act: () => Promise<unknown> | undefined): void;
  /** Ends everything; whoever asks again meanwhile waits for the same end. Always resolves. */
  stop(): Promise<void>;
}

export interface LifecycleOptions {
  readonly clock: Clock;
  readonly log: Logger;
  /** However the steps fare, the end comes after this. */
  readonly deadlineMs: number;
}

const order: readonly Phase[] = ['starting', 'running', 'stopping', 'stopped'];

/**
 * The life of the program: starting, running, stopping, stopped, and never back. Leaving politely (the stream, the session at the
 * server, the practice floor) is worth a few seconds, but a person who quits wants to be gone: a step that fails is logged
 * and does not stop the next, and after the deadline nothing is waited for any more.
 */
export function createLifecycle({ clock, log, deadlineMs }: LifecycleOptions): Lifecycle {
  let phase: Phase = 'starting';
  let ending: Promise<void> | null = null;
  const steps: { what: string; act: () => Promise<unknown> | undefined }[] = [];

  const enter = (next: Phase): void => {
    if (order.indexOf(next) > order.indexOf(phase)) {
      phase = next;
      log.info('The program entered a phase', { phase });
    }
  };

  const takeSteps = async (): Promise<void> => {
    for (const { what, act } of steps) {
      try {
        await act();
      } catch (cause) {
        log.error(`${what} failed at the end`, { cause });
      }
    }
  };

  const end = async (): Promise<void> => {
    enter('stopping');
    let undoDeadline = (): void => undefined;
    const deadline = new Promise<'late'>((resolve) => {
      undoDeadline = clock.after(deadlineMs, () => {
        resolve('late');
      });
    });
    const outcome = await Promise.race([takeSteps(), deadline]);
    undoDeadline();
    if (outcome === 'late') {
      log.warn('The end took too long and was cut short');
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

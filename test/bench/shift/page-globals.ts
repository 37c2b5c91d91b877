import { registerHooks } from 'node:module';
import type { Disposer } from '../../../main/base/clock';
import type { SimClock } from '../../faults/world/sim-clock';

const frameMs = 16;

/**
 * Gives this process the timers, frames and time of a page on a simulated clock. They stay until the process ends, so it needs a process
 * of its own. There is no document: the stores have none.
 */
export function installPageGlobals({ client }: SimClock, onError: (error: unknown) => void): void {
  const timers = new Map<number, Disposer>();
  let ids = 0;
  const guarded = (work: () => void): void => {
    try {
      work();
    } catch (error) {
      onError(error);
    }
  };
  const start = (callback: (...values: unknown[]) => void, delayMs = 0, ...values: unknown[]): number => {
    const id = (ids += 1);
    const run = (): void => {
      timers.delete(id);
      guarded(() => {
        callback(...values);
      });
    };
    timers.set(id, client.after(delayMs, run));
    return id;
  };
  const repeat = (callback: () => void, everyMs = 0): number => {
    const id = (ids += 1);
    const again = (): void => {
      const run = (): void => {
        again();
        guarded(callback);
      };
      timers.set(id, client.after(everyMs, run));
    };
    again();
    return id;
  };
  const stop = (id: number | null | undefined): void => {
    if (id === null || id === undefined) return;
    timers.get(id)?.();
    timers.delete(id);
  };
  const worldDate = new Proxy(Date, {
    construct: (real, given: unknown[]) => Reflect.construct(real, given.length === 0 ? [client.now()] : given) as Date,
    get: (real, name) => (name === 'now' ? () => client.now() : (Reflect.get(real, name) as unknown)),
  });
  Object.assign(globalThis, {
    ...{ setTimeout: start, clearTimeout: stop, setInterval: repeat, clearInterval: stop, Date: worldDate },
    requestAnimationFrame: (callback: (at: number) => void) =>
      start(() => {
        callback(client.monotonicMs());
      }, frameMs),
    cancelAnimationFrame: stop,
    reportError: onError,
  });
}

/** The page imports its sounds as files, which only its bundler understands. */
export function allowSoundImports(): void {
  registerHooks({
    load: (url, context, next) =>
      url.endsWith('.wav')
        ? { format: 'module', source: `export default ${JSON.stringify(url)};`, shortCircuit: true }
        : next(url, context),
  });
}

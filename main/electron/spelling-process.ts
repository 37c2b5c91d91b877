import { utilityProcess, type UtilityProcess } from 'electron/main';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import { isRecord } from '../base/record';
import type { SpellingProcess } from '../spelling/spelling-service';
import { createCrashGuard } from '../windows/crash-guard';

export interface SpellingProcessOptions {
  readonly entryFile: string;
  /** Folder of the dictionaries. */
  readonly folder: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Starts the process at the first question, and again after a crash. After repeated crashes nothing is checked any more: the
 * supervisor can work without.
 */
export function createSpellingProcess({ entryFile, folder, clock, log }: SpellingProcessOptions): SpellingProcess {
  const guard = createCrashGuard(clock);
  const waiting = new Map<number, (words: readonly string[] | null) => void>();
  let running: UtilityProcess | null = null;
  let isGivenUp = false;
  let lastId = 0;

  const settle = (id: number, words: readonly string[] | null): void => {
    const resolve = waiting.get(id);
    waiting.delete(id);
    resolve?.(words);
  };
  const launch = (): UtilityProcess => {
    const child = utilityProcess.fork(entryFile, [folder], { serviceName: 'Sightline spelling', stdio: 'ignore' });
    child.on('message', (reply: unknown) => {
      if (!isRecord(reply) || typeof reply['id'] !== 'number') return;
      const { id, words } = reply;
      if (!Array.isArray(words)) log.warn('dictionaries could not be read');
      settle(id, Array.isArray(words) ? words.filter((word) => typeof word === 'string') : null);
    });
    child.once('exit', (code) => {
      if (running !== child) return;
      running = null;
      isGivenUp = !guard.mayReload();
      log.warn('spelling process exited', { code, isGivenUp });
      for (const id of [...waiting.keys()]) settle(id, null);
    });
    return child;
  };

  return {
    ask: (question, limitMs) =>
      new Promise((resolve) => {
        if (isGivenUp) {
          resolve(null);
          return;
        }
        running ??= launch();
        lastId += 1;
        const id = lastId;
        const disposeDeadline = clock.after(limitMs, () => {
          settle(id, null);
        });
        waiting.set(id, (words) => {
          disposeDeadline();
          resolve(words);
        });
        running.postMessage({ ...question, id });
      }),
    stop: () => {
      const child = running;
      running = null;
      child?.kill();
    },
  };
}

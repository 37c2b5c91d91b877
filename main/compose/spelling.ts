import path from 'node:path';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import { launchSpellingProcess } from '../electron/spelling-process';
import { SpellingClient } from '../spelling/spelling-client';
import { SpellingService, type SpellingOptions } from '../spelling/spelling-service';
import { createCrashGuard } from '../windows/crash-guard';

export interface SpellingPartsOptions extends Pick<SpellingOptions, 'settings' | 'language'> {
  /** Holds the process and the dictionaries. */
  readonly bundleFolder: string;
  readonly clock: Clock;
  readonly log: Logger;
}

export interface SpellingParts {
  readonly service: SpellingService;
  /** Ends the process, which has the words of this supervisor. The next word starts another. */
  stop(): void;
}

/** Connects the spelling check to its process, which starts with the first word. */
export function composeSpelling({ bundleFolder, clock, log, ...options }: SpellingPartsOptions): SpellingParts {
  const crashes = createCrashGuard(clock);
  const process = new SpellingClient({
    launch: launchSpellingProcess(
      path.join(bundleFolder, 'main', 'spelling.js'),
      path.join(bundleFolder, 'dictionaries'),
    ),
    mayRestart: () => crashes.mayReload(),
    clock,
    log,
  });
  return {
    service: new SpellingService({ process, ...options }),
    stop: () => {
      process.stop();
    },
  };
}

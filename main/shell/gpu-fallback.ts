import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';

const maxLosses = 3;
const spanMs = 10 * 60_000;

const storedShape = z.object({ cardIsOff: z.literal(true), version: z.string(), wasTold: z.boolean() });

export interface GpuFallback {
  /** Hardware acceleration is off since this start. */
  readonly isGpuDisabled: boolean;
  /** Handles a crash of the GPU process. */
  onGpuProcessGone(): void;
  /** Calls back once when the user must be informed, also about an earlier event. */
  onStateChange(listener: (when: 'nextStart' | 'now') => void): void;
}

export interface GraphicsOptions {
  readonly file: string;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Disables hardware acceleration from the next start on after repeated crashes of the GPU process. Chromium restarts
 * that process itself, but repeated crashes point to the card or its driver. A new version of Sightline tries again. It
 * has a small file of its own, because it is read before the settings are opened.
 */
export function createGpuFallback({ file, version, clock, log }: GraphicsOptions): GpuFallback {
  const stored = readStored(file);
  const isGpuDisabled = stored !== null && stored.version === version;
  let losses: number[] = [];
  let pending: 'nextStart' | 'now' | null = isGpuDisabled && !stored.wasTold ? 'now' : null;
  let listener: ((when: 'nextStart' | 'now') => void) | null = null;

  const write = (wasTold: boolean): void => {
    try {
      writeFileSync(file, JSON.stringify({ cardIsOff: true, version, wasTold }));
    } catch (cause) {
      log.warn('the GPU setting could not be stored', { cause });
    }
  };
  const notify = (): void => {
    if (pending === null || listener === null) {
      return;
    }
    listener(pending);
    if (pending === 'now') {
      write(true);
    }
    pending = null;
  };
  if (stored !== null && !isGpuDisabled) {
    rmSync(file, { force: true });
  }
  if (isGpuDisabled) {
    log.info('hardware acceleration is off after repeated GPU crashes');
  }
  return {
    isGpuDisabled,
    onGpuProcessGone: () => {
      const now = clock.monotonicMs();
      losses = [...losses.filter((at) => now - at < spanMs), now];
      if (isGpuDisabled || losses.length !== maxLosses) {
        return;
      }
      log.warn('repeated GPU crashes; the next start disables hardware acceleration', { losses: losses.length });
      write(false);
      pending = 'nextStart';
      notify();
    },
    onStateChange: (callback) => {
      listener = callback;
      notify();
    },
  };
}

function readStored(file: string): z.infer<typeof storedShape> | null {
  try {
    const stored = storedShape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return stored.success ? stored.data : null;
  } catch {
    // Missing or invalid: acceleration stays on.
    return null;
  }
}

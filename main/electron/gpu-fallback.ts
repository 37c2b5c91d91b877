import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { z } from 'zod';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';

const mostLosses = 3;
const spanMs = 10 * 60_000;

const storedShape = z.object({ cardIsOff: z.literal(true), version: z.string(), wasTold: z.boolean() });

export interface GpuFallback {
  /** Drawing goes without the graphics card since this start. */
  readonly isGpuDisabled: boolean;
  /** The process that draws went away. */
  onGpuProcessGone(): void;
  /** Calls back once when there is something a person should hear; also for what happened before. */
  onStateChange(tell: (when: 'nextStart' | 'now') => void): void;
}

export interface GraphicsOptions {
  readonly file: string;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Logger;
}

/**
 * Chromium starts its drawing process again when it falls. When it falls again and again, the card or its driver is to blame, and from the
 * next start on Sightline draws without it. A new version tries the card again. The file is a small one of its own,
 * because this must be known before the settings are opened.
 */
export function createGpuFallback({ file, version, clock, log }: GraphicsOptions): GpuFallback {
  const stored = readStored(file);
  const isGpuDisabled = stored !== null && stored.version === version;
  let losses: number[] = [];
  let news: 'nextStart' | 'now' | null = isGpuDisabled && !stored.wasTold ? 'now' : null;
  let tell: ((when: 'nextStart' | 'now') => void) | null = null;

  const write = (wasTold: boolean): void => {
    try {
      writeFileSync(file, JSON.stringify({ cardIsOff: true, version, wasTold }));
    } catch (cause) {
      log.warn('How to draw at the next start could not be kept', { cause });
    }
  };
  const speak = (): void => {
    if (news === null || tell === null) {
      return;
    }
    tell(news);
    if (news === 'now') {
      write(true);
    }
    news = null;
  };
  if (stored !== null && !isGpuDisabled) {
    rmSync(file, { force: true });
  }
  if (isGpuDisabled) {
    log.info('Drawing goes without the graphics card, which failed again and again before');
  }
  return {
    isGpuDisabled,
    onGpuProcessGone: () => {
      const now = clock.monotonicMs();
      losses = [...losses.filter((at) => now - at < spanMs), now];
      if (isGpuDisabled || losses.length !== mostLosses) {
        return;
      }
      log.warn('The graphics card failed again and again; the next start draws without it', { losses: losses.length });
      write(false);
      news = 'nextStart';
      speak();
    },
    onStateChange: (listener) => {
      tell = listener;
      speak();
    },
  };
}

function readStored(file: string): z.infer<typeof storedShape> | null {
  try {
    const stored = storedShape.safeParse(JSON.parse(readFileSync(file, 'utf8')));
    return stored.success ? stored.data : null;
  } catch {
    // Not there, or of no use: the card is on.
    return null;
  }
}

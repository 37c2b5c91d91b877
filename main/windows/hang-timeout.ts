import type { Clock } from '../base/clock';

/** Longest allowed silence of a page before it counts as hanging. */
export interface HangTimeout {
  /** Current timeout in milliseconds. */
  currentMs(): number;
  /** The page received its snapshot, `loadedInMs` after it began to load, and renders it. */
  onRenderStart(loadedInMs: number): void;
  /** The user clicked or pressed a key in the page. */
  onUserInput(): void;
  answeredAfter(silentMs: number): void;
  /** A page was killed for its silence. */
  onPageKilled(): void;
  /** Resets the history after the user chose to try again. */
  reset(): void;
}

/** Milliseconds. Loading a page takes a second or more; detecting the hang must not double that. */
const usualMs = 750;
const drawingMs = 4_000;
/** A page that took long to load is on a slow machine, so its first render gets this multiple of the time. */
const loadGrowth = 3;
const maxDrawingMs = 15_000;
/** This many prompt replies, about a second of them, end the render grace period. */
const promptAnswers = 8;
const promptMs = 250;
const actedMs = 2_000;
const debuggedMs = 5_000;
const maxMs = 5_000;
const afterEndMs = 10_000;
const rememberedMs = 60_000;
/** A slow page gets this multiple of its slowest reply. */
const growth = 2;

/**
 * Determines the hang timeout. It is short, because the supervisor must not wait at a dead window, and longer when
 * silence probably means work:
 *
 * 1. While a snapshot renders, until the page replies promptly again; three times as long as it took to load, if that is
 *    more. And, less, after user input, because one click may render the whole floor.
 * 2. For a page that recently replied late: the machine is slow.
 * 3. For a minute after a page was killed, so that a mistake is not repeated forever.
 * 4. While a debugger may be attached, which can pause the page.
 */
export function createHangTimeout(clock: Clock, isDebugged: () => boolean): HangTimeout {
  let drawingUntil = Number.NEGATIVE_INFINITY;
  let renderMs = drawingMs;
  let actedUntil = Number.NEGATIVE_INFINITY;
  let endedUntil = Number.NEGATIVE_INFINITY;
  let promptInARow = 0;
  let slowReplies: { readonly at: number; readonly silentMs: number }[] = [];

  return {
    currentMs: () => {
      const at = clock.monotonicMs();
      if (at < endedUntil) {
        return afterEndMs;
      }
      slowReplies = slowReplies.filter((sample) => at - sample.at < rememberedMs);
      const slowest = Math.max(0, ...slowReplies.map(({ silentMs }) => silentMs));
      return Math.max(
        Math.min(Math.max(usualMs, slowest * growth), maxMs),
        at < drawingUntil ? renderMs : 0,
        at < actedUntil ? actedMs : 0,
        isDebugged() ? debuggedMs : 0,
      );
    },
    onRenderStart: (loadedInMs) => {
      renderMs = Math.min(Math.max(drawingMs, loadedInMs * loadGrowth), maxDrawingMs);
      drawingUntil = clock.monotonicMs() + renderMs;
      promptInARow = 0;
    },
    onUserInput: () => {
      actedUntil = clock.monotonicMs() + actedMs;
    },
    answeredAfter: (silentMs) => {
      const at = clock.monotonicMs();
      promptInARow = silentMs < promptMs ? promptInARow + 1 : 0;
      if (at < drawingUntil) {
        // Replies during the first render are not sampled: they say nothing about later ones.
        drawingUntil = promptInARow >= promptAnswers ? at : drawingUntil;
      } else if (silentMs * growth > usualMs) {
        slowReplies.push({ at, silentMs });
      }
    },
    onPageKilled: () => {
      endedUntil = clock.monotonicMs() + rememberedMs;
      slowReplies = [];
    },
    reset: () => {
      endedUntil = Number.NEGATIVE_INFINITY;
      slowReplies = [];
    },
  };
}

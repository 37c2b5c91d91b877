import type { Clock } from '../base/clock';

/** How long a page may keep silent before it is taken for one that hangs. */
export interface HangTimeout {
  /** In milliseconds, as things are now. */
  currentMs(): number;
  /** The page has its picture, and is at its heaviest work. */
  onRenderStart(): void;
  /** A person pressed something in it. */
  onUserInput(): void;
  answeredAfter(silentMs: number): void;
  /** A page was ended for its silence. */
  onPageKilled(): void;
  /** Somebody chose to try again: what was before does not count any more. */
  reset(): void;
}

/** Loading a page takes a second or more; noticing that it has to be must not double that. */
const usualMs = 750;
const drawingMs = 4_000;
/** As many prompt answers, a second of them, say that the picture is drawn. */
const promptAnswers = 8;
const promptMs = 250;
const actedMs = 2_000;
const debuggedMs = 5_000;
const longestMs = 5_000;
const afterEndMs = 10_000;
const rememberedMs = 60_000;
/** A slow page gets this many times its slowest answer. */
const growth = 2;

/**
 * Short, because a supervisor who looks at a dead window must not wait; and longer where silence is likely to be work:
 *
 * 1. Right after a picture of the floor, which all has to be drawn, until the page answers promptly again; and, by less, after a
 *    person acted: the whole floor may come to the screen by one click.
 * 2. For a page that lately answered late: it is slow, as is its machine, and silence is nothing new from it.
 * 3. For a minute after a page was ended. What was ended by mistake is ended once, and never over and over.
 * 4. While somebody may be debugging from outside, who can hold a page for as long as they like.
 */
export function createHangTimeout(clock: Clock, isDebugged: () => boolean): HangTimeout {
  let drawingUntil = Number.NEGATIVE_INFINITY;
  let actedUntil = Number.NEGATIVE_INFINITY;
  let endedUntil = Number.NEGATIVE_INFINITY;
  let promptInARow = 0;
  let slowAnswers: { readonly at: number; readonly silentMs: number }[] = [];

  return {
    currentMs: () => {
      const at = clock.monotonicMs();
      if (at < endedUntil) {
        return afterEndMs;
      }
      slowAnswers = slowAnswers.filter((one) => at - one.at < rememberedMs);
      const slowest = Math.max(0, ...slowAnswers.map(({ silentMs }) => silentMs));
      return Math.max(
        Math.min(Math.max(usualMs, slowest * growth), longestMs),
        at < drawingUntil ? drawingMs : 0,
        at < actedUntil ? actedMs : 0,
        isDebugged() ? debuggedMs : 0,
      );
    },
    onRenderStart: () => {
      drawingUntil = clock.monotonicMs() + drawingMs;
      promptInARow = 0;
    },
    onUserInput: () => {
      actedUntil = clock.monotonicMs() + actedMs;
    },
    answeredAfter: (silentMs) => {
      const at = clock.monotonicMs();
      promptInARow = silentMs < promptMs ? promptInARow + 1 : 0;
      if (at < drawingUntil) {
        // What is drawn once tells nothing of what comes.
        drawingUntil = promptInARow >= promptAnswers ? at : drawingUntil;
      } else if (silentMs * growth > usualMs) {
        slowAnswers.push({ at, silentMs });
      }
    },
    onPageKilled: () => {
      endedUntil = clock.monotonicMs() + rememberedMs;
      slowAnswers = [];
    },
    reset: () => {
      endedUntil = Number.NEGATIVE_INFINITY;
      slowAnswers = [];
    },
  };
}

import type { Clock, Disposer } from '../base/clock';
import type { HangTimeout } from './hang-timeout';

export interface HeartbeatOptions {
  readonly clock: Clock;
  readonly patience: HangTimeout;
  /** Asks the page whether it still answers. */
  readonly ask: () => void;
  /** True while silence means nothing: the window is hidden, or its developer tools may hold the page. */
  readonly isPaused: () => boolean;
  readonly onHang: () => void;
}

export interface Heartbeat {
  /** The page is being loaded and cannot answer yet. */
  loading(): void;
  /** The page has its picture: from here on it answers. */
  ready(): void;
  /** The page answered. */
  answered(): void;
  /** Nothing that answers is loaded. */
  stop(): void;
}

const beatMs = 125;
/** A page that takes this long to begin will not begin any more. */
const loadingMs = 15_000;
/** A beat this late says that this process was busy itself: the answer may lie before it unread. */
const lateMs = 250;
/** A beat this late says that this process, or the whole machine, stood still, and nothing about the page. */
const sleptMs = 3_000;

/**
 * Finds out that a page hangs, which Chromium tells only after 15 seconds and only if somebody clicks. Asks eight times a second and
 * counts the beats without an answer until its patience is over. Counting beats and not time, it is not deceived by a machine that
 * slept; asking and not waiting for the page's own timers, not by a window whose timers are slowed down.
 */
export function createHeartbeat({ clock, patience, ask, isPaused, onHang }: HeartbeatOptions): Heartbeat {
  let state: 'resting' | 'loading' | 'beating' = 'resting';
  let silentMs = 0;
  let isOwed = false;
  let beatAt = 0;
  let undo: Disposer | null = null;

  const beat = (): void => {
    const now = clock.now();
    const sinceLastMs = now - beatAt;
    beatAt = now;
    if (sinceLastMs >= sleptMs || isPaused()) {
      silentMs = 0;
    } else if (sinceLastMs < lateMs && (state === 'loading' || isOwed)) {
      silentMs += beatMs;
    }
    if (silentMs >= (state === 'loading' ? loadingMs : patience.currentMs())) {
      enter('resting');
      patience.onPageKilled();
      onHang();
      return;
    }
    if (state === 'beating') {
      isOwed = true;
      ask();
    }
    undo = clock.after(beatMs, beat);
  };

  const enter = (next: typeof state): void => {
    undo?.();
    undo = null;
    state = next;
    silentMs = 0;
    isOwed = false;
    beatAt = clock.now();
    if (next !== 'resting') {
      undo = clock.after(beatMs, beat);
    }
  };

  return {
    loading: () => {
      enter('loading');
    },
    ready: () => {
      patience.onRenderStart();
      enter('beating');
    },
    answered: () => {
      patience.answeredAfter(silentMs);
      isOwed = false;
      silentMs = 0;
    },
    stop: () => {
      enter('resting');
    },
  };
}

import type { Clock, Disposer } from '../base/clock';
import type { HangTimeout } from './hang-timeout';

export interface HeartbeatOptions {
  readonly clock: Clock;
  readonly patience: HangTimeout;
  /** Sends a heartbeat to the page. */
  readonly ask: () => void;
  /** Returns true while silence means nothing: the window is hidden, or developer tools may pause the page. */
  readonly isPaused: () => boolean;
  readonly onHang: () => void;
}

export interface Heartbeat {
  /** The page is loading and cannot reply yet. */
  loading(): void;
  /** The page has its snapshot: from now on it replies. */
  ready(): void;
  /** The page replied. */
  answered(): void;
  /** No page that replies is loaded. */
  stop(): void;
}

const beatMs = 125;
/** Milliseconds after which a page that has not loaded counts as hanging. */
const loadingMs = 15_000;
/**
 * Milliseconds. A tick at least this late means that main was busy and a reply may be queued, so it does not count as
 * silence.
 */
const lateMs = 250;
/**
 * Milliseconds. A tick at least this late means that main or the machine was suspended, which says nothing about the
 * page.
 */
const sleptMs = 3_000;

/**
 * Detects a hanging page, which Chromium reports only after 15 seconds and only after a click. Sends eight heartbeats a
 * second and counts unanswered ones up to the hang timeout. Counting ticks instead of time is immune to suspends, and
 * replies do not depend on the page's throttled timers.
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

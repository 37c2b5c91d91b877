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
  /** The user clicked or pressed a key in the page, so a hang would be noticed now. */
  userActed(): void;
  /** No page that replies is loaded. */
  stop(): void;
}

const beatMs = 125;
/** Milliseconds between heartbeats while no one waits for the page. */
const restMs = 500;
/** Milliseconds of frequent heartbeats after user input, and after the page received its snapshot. */
const alertForMs = 5_000;
/** Milliseconds after which a page that has not loaded counts as hanging. */
const loadingMs = 15_000;
/**
 * Milliseconds between two ticks of an unanswered heartbeat. From here on main was busy and a reply may be queued, so the
 * tick does not count as silence.
 */
const lateMs = 250;
/**
 * Milliseconds. A tick at least this late means that main or the machine was suspended, which says nothing about the
 * page.
 */
const sleptMs = 3_000;

/**
 * Detects a hanging page, which Chromium reports only after 15 seconds and only after a click. Asks for a
 * reply, and while it is missing counts ticks, eight a second, up to the hang timeout. Counting ticks instead of time is
 * immune to suspends, and replies do not depend on the page's throttled timers.
 *
 * It asks eight times a second after user input and while the page renders its snapshot, and twice a second at rest: every
 * heartbeat wakes two processes. A hang at rest is therefore noticed up to half a second later.
 */
export function createHeartbeat({ clock, patience, ask, isPaused, onHang }: HeartbeatOptions): Heartbeat {
  let state: 'stopped' | 'loading' | 'beating' = 'stopped';
  let silentMs = 0;
  let isOwed = false;
  let beatAt = 0;
  let loadingSince: number | null = null;
  let alertUntilMs = Number.NEGATIVE_INFINITY;
  let undo: Disposer | null = null;

  const tickAfter = (delayMs: number): void => {
    undo?.();
    undo = clock.after(delayMs, beat);
  };
  const isAtRest = (): boolean => state === 'beating' && !isOwed && clock.monotonicMs() >= alertUntilMs;

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
      enter('stopped');
      patience.onPageKilled();
      onHang();
      return;
    }
    tickAfter(isAtRest() ? restMs : beatMs);
    if (state === 'beating' && !isOwed && !isPaused()) {
      isOwed = true;
      tickAfter(beatMs);
      ask();
    }
  };

  const enter = (next: typeof state): void => {
    undo?.();
    undo = null;
    state = next;
    silentMs = 0;
    isOwed = false;
    beatAt = clock.now();
    if (next !== 'stopped') tickAfter(beatMs);
  };

  return {
    loading: () => {
      loadingSince ??= clock.monotonicMs();
      enter('loading');
    },
    ready: () => {
      patience.onRenderStart(loadingSince === null ? 0 : clock.monotonicMs() - loadingSince);
      loadingSince = null;
      alertUntilMs = clock.monotonicMs() + alertForMs;
      enter('beating');
    },
    answered: () => {
      patience.answeredAfter(silentMs);
      isOwed = false;
      silentMs = 0;
      if (isAtRest()) tickAfter(restMs);
    },
    userActed: () => {
      const wasAtRest = isAtRest();
      alertUntilMs = clock.monotonicMs() + alertForMs;
      if (wasAtRest) tickAfter(beatMs);
    },
    stop: () => {
      loadingSince = null;
      enter('stopped');
    },
  };
}

import type { Clock, Undo } from '../base/clock';

export interface HeartbeatOptions {
  readonly clock: Clock;
  /** Asks the page whether it still answers. */
  readonly ask: () => void;
  /** True while silence means nothing: the window is hidden, or its developer tools may hold the page. */
  readonly isExcused: () => boolean;
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
  rest(): void;
}

const beatMs = 1_000;
/** A page that stops answering is noticed 4 to 5 seconds later. */
const mostMissed = 4;
/** A page that takes this long to begin will not begin any more. */
const mostLoading = 15;
/** A beat this late says that this process, or the whole machine, stood still, and nothing about the page. */
const sleptMs = 3_000;

/**
 * Finds out that a page hangs, which Chromium tells only after 15 seconds and only if somebody clicks. Asks every second and counts the beats
 * without an answer. Counting beats and not time, it is not deceived by a machine that slept; asking and not waiting
 * for the page's own timers, not by a window whose timers are slowed down.
 */
export function createHeartbeat({ clock, ask, isExcused, onHang }: HeartbeatOptions): Heartbeat {
  let state: 'resting' | 'loading' | 'beating' = 'resting';
  let missed = 0;
  let isOwed = false;
  let beatAt = 0;
  let undo: Undo | null = null;

  const beat = (): void => {
    const now = clock.now();
    const isTrue = now - beatAt < sleptMs && !isExcused();
    beatAt = now;
    const isMissed = state === 'loading' || isOwed;
    missed = isTrue && isMissed ? missed + 1 : 0;
    if (missed >= (state === 'loading' ? mostLoading : mostMissed)) {
      enter('resting');
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
    missed = 0;
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
      enter('beating');
    },
    answered: () => {
      isOwed = false;
      missed = 0;
    },
    rest: () => {
      enter('resting');
    },
  };
}

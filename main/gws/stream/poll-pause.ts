import type { Message } from 'cometd';

/** Milliseconds. Alerts may be this much later, and are due within 300 ms of their event. */
const unseenPauseMs = 150;

/**
 * Returns the pause between two polls, which lets a poll of a busy floor carry several events. A visible window has none,
 * because it shows every event within a frame. Without a visible window only alerts depend on the events; an event after a
 * quiet moment still ends the held poll at once.
 */
export function pollPauseMs(isAnyWindowSeen: boolean): number {
  return isAnyWindowSeen ? 0 : unseenPauseMs;
}

export interface PausedPolls {
  /** Returns the least pause after a successful poll; the server may ask for more. Absent: none. */
  readonly pollPauseMs?: (() => number) | undefined;
}

/** Makes the library wait before its next poll. */
export class PollPause {
  readonly #pauseMs: () => number;
  #isPausing = false;

  constructor(pauseMs: () => number = () => 0) {
    this.#pauseMs = pauseMs;
  }

  /**
   * Returns the successful reply with the pause as its advice, unless the server's own interval is longer. The library
   * keeps the latest advice, so a pause that ended has to be replaced too.
   */
  applyTo(message: Message, serverIntervalMs: number): Message {
    if (message.channel !== '/meta/connect') return message;
    const pauseMs = this.#pauseMs();
    const wasPausing = this.#isPausing;
    this.#isPausing = pauseMs > 0;
    if (!this.#isPausing && !wasPausing) return message;
    return { ...message, advice: { ...message.advice, interval: Math.max(serverIntervalMs, pauseMs) } };
  }
}

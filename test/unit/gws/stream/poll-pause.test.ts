import type { Message } from 'cometd';
import { expect, it } from 'vitest';
import { PollPause, pollPauseMs } from '../../../../main/gws/stream/poll-pause';

const reply = (advice?: Message['advice']): Message => ({
  channel: '/meta/connect',
  successful: true,
  ...(advice === undefined ? {} : { advice }),
});

it('pauses only while no window is visible, and less than an alert may take', () => {
  expect(pollPauseMs(true)).toBe(0);
  expect(pollPauseMs(false)).toBeGreaterThan(0);
  expect(pollPauseMs(false)).toBeLessThanOrEqual(150);
});

it('leaves replies as they are without a pause', () => {
  const message = reply();
  expect(new PollPause().applyTo(message, 0)).toBe(message);
});

it('replaces the advice while there is a pause and once after it, and never undercuts the server', () => {
  let pauseMs = 150;
  const pause = new PollPause(() => pauseMs);
  const intervals = (message: Message, serverIntervalMs: number): unknown =>
    pause.applyTo(message, serverIntervalMs).advice;
  expect(intervals(reply(), 0)).toEqual({ interval: 150 });
  expect(intervals(reply({ reconnect: 'retry', interval: 2_000 }), 2_000)).toEqual({
    reconnect: 'retry',
    interval: 2_000,
  });
  pauseMs = 0;
  expect(intervals(reply(), 0)).toEqual({ interval: 0 });
  expect(intervals(reply(), 0)).toBeUndefined();
});

it('does not touch other messages', () => {
  const message: Message = { channel: '/meta/handshake', successful: true };
  expect(new PollPause(() => 150).applyTo(message, 0)).toBe(message);
});

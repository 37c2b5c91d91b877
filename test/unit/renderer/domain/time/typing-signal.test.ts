import { describe, expect, it } from 'vitest';
import { VirtualClock } from '../../../../support/virtual-clock';
import { createTypingSignal } from '../../../../../renderer/domain/time/typing-signal';

function signal() {
  const clock = new VirtualClock();
  const said: string[] = [];
  const typing = createTypingSignal({
    say: (isTyping) => said.push(`${isTyping ? 'start' : 'stop'} ${String(clock.monotonicMs())}`),
    elapsedMs: () => clock.monotonicMs(),
    setTimer: (callback, delayMs) => clock.after(delayMs, callback),
  });
  return { clock, said, typing };
}

describe('typing signal', () => {
  it('says start once, however fast the keys come', () => {
    const { said, typing, clock } = signal();
    for (let key = 0; key < 30; key += 1) {
      typing.typed();
      clock.advance(100);
    }
    expect(said).toEqual(['start 0']);
  });

  it('says start again after four seconds of typing', () => {
    const { said, typing, clock } = signal();
    for (let key = 0; key < 50; key += 1) {
      typing.typed();
      clock.advance(100);
    }
    expect(said).toEqual(['start 0', 'start 4000']);
  });

  it('says stop after five seconds without a key', () => {
    const { said, typing, clock } = signal();
    typing.typed();
    clock.advance(20_000);
    expect(said).toEqual(['start 0', 'stop 5000']);
  });

  it('sends a stop at once and only once on request', () => {
    const { said, typing, clock } = signal();
    typing.stopped();
    typing.typed();
    clock.advance(500);
    typing.stopped();
    typing.stopped();
    clock.advance(20_000);
    expect(said).toEqual(['start 0', 'stop 500']);
  });
});

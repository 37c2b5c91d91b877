import { describe, expect, it } from 'vitest';
import { PollPace } from '../../../../main/gws/requests/poll-pace';
import { VirtualClock } from '../../../support/virtual-clock';

function paced(): { clock: VirtualClock; pace: PollPace; answerEmpty: (times: number) => void } {
  const clock = new VirtualClock();
  const pace = new PollPace(clock);
  const answerEmpty = (times: number): void => {
    for (let time = 0; time < times; time += 1) pace.answered(5, false);
  };
  return { clock, pace, answerEmpty };
}

describe('PollPace', () => {
  it('does not delay the first empty polls of a session', () => {
    const { pace, answerEmpty } = paced();
    answerEmpty(3);
    expect(pace.waitMs).toBe(0);
  });

  it('doubles the wait with each further one, up to two seconds', () => {
    const { pace, answerEmpty } = paced();
    answerEmpty(3);
    const waits = [1, 2, 3, 4, 5, 6].map(() => {
      answerEmpty(1);
      return pace.waitMs;
    });
    expect(waits).toEqual([250, 500, 1_000, 2_000, 2_000, 2_000]);
  });

  it('counts the wait from the last response', () => {
    const { clock, pace, answerEmpty } = paced();
    answerEmpty(5);
    clock.advance(300);
    expect(pace.waitMs).toBe(200);
    clock.advance(300);
    expect(pace.waitMs).toBe(0);
  });

  it.each([
    ['was held', 200, false],
    ['brought something', 5, true],
  ])('starts over with a poll that %s', (_what, tookMs, hasNews) => {
    const { pace, answerEmpty } = paced();
    answerEmpty(10);
    pace.answered(tookMs, hasNews);
    expect(pace.waitMs).toBe(0);
    answerEmpty(4);
    expect(pace.waitMs).toBe(250);
  });

  it('sends about thirty polls a minute to a server that holds none, whatever it advises', () => {
    const { clock, pace } = paced();
    let polls = 0;
    while (clock.monotonicMs() < 60_000) {
      clock.advance(pace.waitMs + 5);
      pace.answered(5, false);
      polls += 1;
    }
    expect(polls).toBeGreaterThan(25);
    expect(polls).toBeLessThan(40);
  });
});

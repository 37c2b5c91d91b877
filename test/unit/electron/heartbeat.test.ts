import { describe, expect, it } from 'vitest';
import { createHeartbeat, type Heartbeat } from '../../../main/electron/heartbeat';
import { VirtualClock } from '../../support/virtual-clock';

class Page {
  readonly clock = new VirtualClock();
  readonly heart: Heartbeat;
  answers = true;
  excused = false;
  asked = 0;
  hangs = 0;

  constructor() {
    this.heart = createHeartbeat({
      clock: this.clock,
      ask: () => {
        this.asked += 1;
        if (this.answers) this.heart.answered();
      },
      isExcused: () => this.excused,
      onHang: () => {
        this.hangs += 1;
      },
    });
  }
}

function livingPage(): Page {
  const page = new Page();
  page.heart.loading();
  page.clock.advance(500);
  page.heart.ready();
  return page;
}

describe('the heartbeat', () => {
  it('asks every second and is content with answers', () => {
    const page = livingPage();
    page.clock.advance(60_000);
    expect([page.asked, page.hangs]).toEqual([60, 0]);
  });

  it.each([0, 1, 500, 999])('notices within 5 seconds a page that stops answering %i ms after a beat', (offsetMs) => {
    const page = livingPage();
    page.clock.advance(10_000 + offsetMs);
    page.answers = false;
    page.clock.advance(3_900);
    expect(page.hangs).toBe(0);
    page.clock.advance(1_100);
    expect(page.hangs).toBe(1);
  });

  it('tells a hang once, and begins anew with the next page', () => {
    const page = livingPage();
    page.answers = false;
    page.clock.advance(60_000);
    expect(page.hangs).toBe(1);
    page.answers = true;
    page.heart.loading();
    page.clock.advance(2_000);
    page.heart.ready();
    page.clock.advance(60_000);
    expect(page.hangs).toBe(1);
  });

  it('forgives a page that was slow for three seconds', () => {
    const page = livingPage();
    page.answers = false;
    page.clock.advance(3_500);
    page.heart.answered();
    page.clock.advance(3_500);
    expect(page.hangs).toBe(0);
  });

  it('does not count while silence means nothing', () => {
    const page = livingPage();
    page.answers = false;
    page.clock.advance(3_500);
    page.excused = true;
    page.clock.advance(600_000);
    page.excused = false;
    page.clock.advance(3_000);
    expect(page.hangs).toBe(0);
    page.clock.advance(2_000);
    expect(page.hangs).toBe(1);
  });

  it('does not count the time a machine slept', () => {
    const page = livingPage();
    page.answers = false;
    page.clock.advance(3_500);
    page.clock.jumpWall(3_600_000);
    page.clock.advance(1_000);
    page.answers = true;
    page.heart.answered();
    page.clock.advance(10_000);
    expect(page.hangs).toBe(0);
  });

  it('gives up on a page that never begins', () => {
    const page = new Page();
    page.heart.loading();
    page.clock.advance(14_900);
    expect(page.hangs).toBe(0);
    page.clock.advance(200);
    expect([page.hangs, page.asked]).toEqual([1, 0]);
  });

  it('rests', () => {
    const page = livingPage();
    page.heart.rest();
    page.clock.advance(60_000);
    expect([page.asked, page.hangs, page.clock.waiting]).toEqual([0, 0, []]);
  });
});

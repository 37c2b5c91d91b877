import { describe, expect, it } from 'vitest';
import { createHeartbeat, type Heartbeat } from '../../../main/electron/heartbeat';
import { createHangTimeout, type HangTimeout } from '../../../main/electron/hang-timeout';
import { VirtualClock } from '../../support/virtual-clock';

class Page {
  readonly clock = new VirtualClock();
  readonly patience: HangTimeout;
  readonly heart: Heartbeat;
  answers = true;
  excused = false;
  debugged = false;
  asked = 0;
  hangs = 0;

  constructor() {
    this.patience = createHangTimeout(this.clock, () => this.debugged);
    this.heart = createHeartbeat({
      clock: this.clock,
      patience: this.patience,
      ask: () => {
        this.asked += 1;
        if (this.answers) this.heart.answered();
      },
      isPaused: () => this.excused,
      onHang: () => {
        this.hangs += 1;
      },
    });
  }

  /** Loaded, and drawn some while ago. */
  live(): void {
    this.heart.loading();
    this.clock.advance(500);
    this.heart.ready();
    this.clock.advance(10_000);
  }

  /** Works on something for as long as told, and answers after it; nothing more if it was ended over it. */
  isBusy(forMs: number): void {
    const hangs = this.hangs;
    this.answers = false;
    this.clock.advance(forMs);
    this.answers = true;
    if (this.hangs === hangs) this.heart.answered();
  }

  /** How long it may hang before it is ended. */
  endedAfterMs(): number {
    const begun = this.clock.monotonicMs();
    const hangs = this.hangs;
    this.answers = false;
    while (this.hangs === hangs && this.clock.monotonicMs() - begun < 60_000) this.clock.advance(1);
    this.answers = true;
    return this.clock.monotonicMs() - begun;
  }
}

function livingPage(): Page {
  const page = new Page();
  page.live();
  return page;
}

describe('the heartbeat', () => {
  it('asks all the time and is content with answers', () => {
    const page = livingPage();
    page.asked = 0;
    page.clock.advance(60_000);
    expect([page.asked, page.hangs]).toEqual([480, 0]);
  });

  it.each([0, 1, 60, 124])('notices within 0.9 seconds a page that stops answering %i ms after a beat', (offsetMs) => {
    const page = livingPage();
    page.clock.advance(offsetMs);
    const noticedMs = page.endedAfterMs();
    expect(noticedMs).toBeGreaterThanOrEqual(750);
    expect(noticedMs).toBeLessThan(900);
  });

  it('tells a hang once, and begins anew with the next page', () => {
    const page = livingPage();
    page.answers = false;
    page.clock.advance(60_000);
    expect(page.hangs).toBe(1);
    page.answers = true;
    page.live();
    page.clock.advance(60_000);
    expect(page.hangs).toBe(1);
  });

  it('forgives a page that is busy drawing what it just got', () => {
    const page = livingPage();
    page.heart.ready();
    page.isBusy(3_500);
    expect(page.hangs).toBe(0);
    page.clock.advance(10_000);
    // And does not think it slow for that.
    expect(page.endedAfterMs()).toBeLessThan(900);
  });

  it('takes what it got for drawn once the page answers promptly for a second', () => {
    const page = livingPage();
    page.heart.ready();
    page.clock.advance(600);
    page.isBusy(3_000);
    expect(page.hangs).toBe(0);
    page.clock.advance(1_100);
    expect(page.endedAfterMs()).toBeLessThan(900);
  });

  it('forgives a page that is busy with what a person asked of it, but not for long', () => {
    const page = livingPage();
    page.patience.onUserInput();
    page.isBusy(1_700);
    expect(page.hangs).toBe(0);
    const hung = livingPage();
    hung.patience.onUserInput();
    const noticedMs = hung.endedAfterMs();
    expect(noticedMs).toBeGreaterThan(1_900);
    expect(noticedMs).toBeLessThan(2_200);
  });

  it('has more patience with a page that lately was slow, for a minute', () => {
    const page = livingPage();
    for (const busyMs of [700, 1_000, 1_600, 3_000]) page.isBusy(busyMs);
    expect(page.hangs).toBe(0);
    page.clock.advance(20_000);
    expect(page.endedAfterMs()).toBeGreaterThan(4_900);
    const later = livingPage();
    later.isBusy(700);
    later.clock.advance(61_000);
    expect(later.endedAfterMs()).toBeLessThan(900);
  });

  it('ends a page that is busy for three seconds at most once in a minute', () => {
    const page = livingPage();
    page.isBusy(3_000);
    expect(page.hangs).toBe(1);
    page.live();
    page.isBusy(3_000);
    page.clock.advance(20_000);
    page.isBusy(3_000);
    expect(page.hangs).toBe(1);
  });

  it('ends a page that is busy after each load once, and then lets it finish', () => {
    const page = new Page();
    const load = (): void => {
      page.heart.loading();
      page.clock.advance(500);
      page.heart.ready();
      page.isBusy(8_000);
    };
    for (let time = 1; time <= 5; time += 1) load();
    expect(page.hangs).toBe(1);
  });

  it('ends a page that hangs again within the minute all the same', () => {
    const page = livingPage();
    page.endedAfterMs();
    page.live();
    const againMs = page.endedAfterMs();
    expect(againMs).toBeGreaterThan(9_900);
    expect(againMs).toBeLessThan(10_300);
  });

  it('knows nothing of an earlier hang once somebody chose to try again', () => {
    const page = livingPage();
    page.endedAfterMs();
    page.patience.reset();
    page.live();
    expect(page.endedAfterMs()).toBeLessThan(900);
  });

  it('gives whoever debugs from outside five seconds', () => {
    const page = livingPage();
    page.debugged = true;
    page.isBusy(4_500);
    expect(page.hangs).toBe(0);
  });

  it('does not count while silence means nothing', () => {
    const page = livingPage();
    page.answers = false;
    page.clock.advance(700);
    page.excused = true;
    page.clock.advance(600_000);
    page.excused = false;
    page.clock.advance(600);
    expect(page.hangs).toBe(0);
    page.clock.advance(300);
    expect(page.hangs).toBe(1);
  });

  it('does not count the time a machine slept', () => {
    const page = livingPage();
    page.answers = false;
    page.clock.advance(700);
    page.clock.jumpWall(3_600_000);
    page.clock.advance(600);
    page.answers = true;
    page.heart.answered();
    page.clock.advance(10_000);
    expect(page.hangs).toBe(0);
  });

  it('does not count a beat that came late itself', () => {
    const page = livingPage();
    page.answers = false;
    for (let time = 1; time <= 40; time += 1) {
      page.clock.jumpWall(300);
      page.clock.advance(125);
    }
    expect(page.hangs).toBe(0);
    page.clock.advance(900);
    expect(page.hangs).toBe(1);
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
    page.asked = 0;
    page.heart.stop();
    page.clock.advance(60_000);
    expect([page.asked, page.hangs, page.clock.waiting]).toEqual([0, 0, []]);
  });
});

import { describe, expect, it } from 'vitest';
import { createHeartbeat, type Heartbeat } from '../../../main/windows/heartbeat';
import { createHangTimeout, type HangTimeout } from '../../../main/windows/hang-timeout';
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

  /** Loaded and rendered. */
  live(): void {
    this.heart.loading();
    this.clock.advance(500);
    this.heart.ready();
    this.clock.advance(10_000);
  }

  acted(): void {
    this.patience.onUserInput();
    this.heart.userActed();
  }

  /** Lets time pass until the page is asked; until then a hang cannot be noticed. */
  #toNextHeartbeat(): void {
    const { asked } = this;
    for (let passedMs = 0; this.asked === asked && passedMs < 2_000; passedMs += 1) this.clock.advance(1);
  }

  /** Blocks the page from a heartbeat on and replies afterwards, unless it was killed meanwhile. */
  isBusy(forMs: number): void {
    const hangs = this.hangs;
    this.answers = false;
    this.#toNextHeartbeat();
    this.clock.advance(forMs);
    this.answers = true;
    if (this.hangs === hangs) this.heart.answered();
  }

  /** Returns after how many milliseconds of silence the page is killed, counted from the first missing reply. */
  endedAfterMs(): number {
    const hangs = this.hangs;
    this.answers = false;
    this.#toNextHeartbeat();
    const begun = this.clock.monotonicMs();
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

describe('createHeartbeat', () => {
  it('asks twice a second at rest, and not at all while paused', () => {
    const page = livingPage();
    page.asked = 0;
    page.clock.advance(60_000);
    expect([page.asked, page.hangs]).toEqual([120, 0]);
    page.excused = true;
    page.asked = 0;
    page.clock.advance(60_000);
    expect([page.asked, page.hangs]).toEqual([0, 0]);
  });

  it('asks eight times a second for five seconds after user input', () => {
    const page = livingPage();
    page.asked = 0;
    page.heart.userActed();
    page.clock.advance(5_000);
    expect(page.asked).toBe(40);
    page.clock.advance(60_000);
    expect(page.asked).toBe(160);
  });

  it('leaves one heartbeat at a time unanswered', () => {
    const page = livingPage();
    page.asked = 0;
    page.isBusy(700);
    expect([page.asked, page.hangs]).toEqual([1, 0]);
  });

  it.each([0, 1, 60, 124])(
    'detects within 0.9 seconds a page in use that stops replying %i ms after a heartbeat',
    (offsetMs) => {
      const page = livingPage();
      page.heart.userActed();
      page.clock.advance(1_000 + offsetMs);
      const noticedMs = page.endedAfterMs();
      expect(noticedMs).toBeGreaterThanOrEqual(750);
      expect(noticedMs).toBeLessThan(900);
    },
  );

  it.each([0, 200, 499])('detects within 1.4 seconds a page at rest that stops replying after %i ms', (offsetMs) => {
    const page = livingPage();
    page.clock.advance(offsetMs);
    page.answers = false;
    page.clock.advance(1_400);
    expect(page.hangs).toBe(1);
  });

  it('reports a hang once, and starts again with the next page', () => {
    const page = livingPage();
    page.answers = false;
    page.clock.advance(60_000);
    expect(page.hangs).toBe(1);
    page.answers = true;
    page.live();
    page.clock.advance(60_000);
    expect(page.hangs).toBe(1);
  });

  it('tolerates a page that renders its snapshot', () => {
    const page = livingPage();
    page.heart.ready();
    page.isBusy(3_500);
    expect(page.hangs).toBe(0);
    page.clock.advance(10_000);
    // The render does not count as slow.
    expect(page.endedAfterMs()).toBeLessThan(900);
  });

  it('gives the first render of a page that loaded slowly three times as long, at most fifteen seconds', () => {
    const slow = (loadedInMs: number, busyMs: number): number => {
      const page = livingPage();
      page.heart.loading();
      page.clock.advance(loadedInMs);
      page.heart.ready();
      page.isBusy(busyMs);
      return page.hangs;
    };
    expect(slow(3_000, 8_500)).toBe(0);
    expect(slow(3_000, 9_500)).toBe(1);
    expect(slow(500, 4_500)).toBe(1);
    expect(slow(12_000, 15_500)).toBe(1);
  });

  it('ends the render grace period after a second of prompt replies', () => {
    const page = livingPage();
    page.heart.ready();
    page.clock.advance(600);
    page.isBusy(3_000);
    expect(page.hangs).toBe(0);
    page.clock.advance(1_100);
    expect(page.endedAfterMs()).toBeLessThan(900);
  });

  it('tolerates a page that handles user input, for a short time', () => {
    const page = livingPage();
    page.acted();
    page.isBusy(1_700);
    expect(page.hangs).toBe(0);
    const hung = livingPage();
    hung.acted();
    const noticedMs = hung.endedAfterMs();
    expect(noticedMs).toBeGreaterThan(1_800);
    expect(noticedMs).toBeLessThan(2_200);
  });

  it('has a longer timeout for a recently slow page, for a minute', () => {
    const page = livingPage();
    for (const busyMs of [700, 1_000, 1_600, 2_900]) page.isBusy(busyMs);
    expect(page.hangs).toBe(0);
    page.clock.advance(20_000);
    expect(page.endedAfterMs()).toBeGreaterThan(4_900);
    const later = livingPage();
    later.isBusy(700);
    later.clock.advance(61_000);
    expect(later.endedAfterMs()).toBeLessThan(900);
  });

  it('kills a page that is busy for three seconds at most once a minute', () => {
    const page = livingPage();
    page.isBusy(3_000);
    expect(page.hangs).toBe(1);
    page.live();
    page.isBusy(3_000);
    page.clock.advance(20_000);
    page.isBusy(3_000);
    expect(page.hangs).toBe(1);
  });

  it('kills a page that is busy after each load once, and then lets it finish', () => {
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

  it('kills a page that really hangs again within the minute', () => {
    const page = livingPage();
    page.endedAfterMs();
    page.live();
    const againMs = page.endedAfterMs();
    expect(againMs).toBeGreaterThan(9_900);
    expect(againMs).toBeLessThan(10_300);
  });

  it('forgets an earlier hang after the user tries again', () => {
    const page = livingPage();
    page.endedAfterMs();
    page.patience.reset();
    page.live();
    expect(page.endedAfterMs()).toBeLessThan(900);
  });

  it('has a timeout of five seconds with a debugger', () => {
    const page = livingPage();
    page.debugged = true;
    page.isBusy(4_500);
    expect(page.hangs).toBe(0);
  });

  it('does not count while paused', () => {
    const page = livingPage();
    page.heart.userActed();
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

  it('does not count the time of a suspend', () => {
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

  it('does not count a tick that was late itself', () => {
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

  it('gives up on a page that never loads', () => {
    const page = new Page();
    page.heart.loading();
    page.clock.advance(14_900);
    expect(page.hangs).toBe(0);
    page.clock.advance(200);
    expect([page.hangs, page.asked]).toEqual([1, 0]);
  });

  it('stops its timer', () => {
    const page = livingPage();
    page.asked = 0;
    page.heart.stop();
    page.clock.advance(60_000);
    expect([page.asked, page.hangs, page.clock.waiting]).toEqual([0, 0, []]);
  });
});

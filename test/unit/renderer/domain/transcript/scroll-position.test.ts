import { describe, expect, it } from 'vitest';
import { afterScroll, atBottom } from '../../../../../renderer/domain/transcript/scroll-position';
import type { ScrollPosition } from '../../../../../renderer/domain/transcript/scroll-position';

function walk(...steps: { top: number; toEnd: number }[]): ScrollPosition {
  return steps.reduce(afterScroll, atBottom);
}

describe('a reader’s place', () => {
  it('follows from the start, and while the end is near', () => {
    expect(walk({ top: 500, toEnd: 0 }, { top: 470, toEnd: 30 }).isFollowing).toBe(true);
  });

  it('is left in peace after a movement up', () => {
    expect(walk({ top: 500, toEnd: 0 }, { top: 300, toEnd: 200 }).isFollowing).toBe(false);
  });

  it('goes on following when the transcript grows faster than it can be scrolled', () => {
    expect(walk({ top: 500, toEnd: 0 }, { top: 500, toEnd: 400 }, { top: 700, toEnd: 200 }).isFollowing).toBe(true);
  });

  it('stays left in peace when scrolling down without reaching the end', () => {
    expect(walk({ top: 900, toEnd: 0 }, { top: 100, toEnd: 800 }, { top: 400, toEnd: 500 }).isFollowing).toBe(false);
  });

  it('follows again from the end', () => {
    expect(walk({ top: 900, toEnd: 0 }, { top: 100, toEnd: 800 }, { top: 890, toEnd: 10 }).isFollowing).toBe(true);
  });
});

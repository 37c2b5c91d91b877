/**
 * The scroll position in a transcript: at its end and following new entries, or further up and fixed. Only scrolling up
 * leaves the end; growth below never does, whatever the measurements show for a moment.
 */
export interface ScrollPosition {
  readonly isFollowing: boolean;
  readonly top: number;
}

/** In pixels. Closer to the end than this counts as at the end. */
export const bottomThresholdPx = 48;

export const atBottom: ScrollPosition = { isFollowing: true, top: 0 };

export function afterScroll(place: ScrollPosition, now: { top: number; toEnd: number }): ScrollPosition {
  if (now.toEnd <= bottomThresholdPx) return { isFollowing: true, top: now.top };
  const movedUp = now.top < place.top - 1;
  return { isFollowing: place.isFollowing && !movedUp, top: now.top };
}

/**
 * Where a reader is in a transcript: at its end and carried along with what comes, or further up and left in peace.
 * Only a movement up takes a reader away from the end; growth below never does, whatever the measures say for a moment.
 */
export interface ScrollPosition {
  readonly isFollowing: boolean;
  readonly top: number;
}

/** Closer to the end than this counts as at the end. */
export const bottomThresholdPx = 48;

export const atBottom: ScrollPosition = { isFollowing: true, top: 0 };

export function afterScroll(place: ScrollPosition, now: { top: number; toEnd: number }): ScrollPosition {
  if (now.toEnd <= bottomThresholdPx) return { isFollowing: true, top: now.top };
  const movedUp = now.top < place.top - 1;
  return { isFollowing: place.isFollowing && !movedUp, top: now.top };
}

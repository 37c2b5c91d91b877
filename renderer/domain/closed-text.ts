import { headOf } from '../../preload/contract/text/shorten';

/** What a text looks like before somebody asks for all of it. */
export interface ClosedText {
  readonly text: string;
  /** There is more of it. */
  readonly isCut: boolean;
}

export interface ClosedLimits {
  /** A text up to this long is shown whole. */
  readonly characters: number;
  /** One with more line breaks than this is cut, however short. */
  readonly lineBreaks: number;
}

export const messageLimits: ClosedLimits = { characters: 2_400, lineBreaks: 40 };
export const tileLimits: ClosedLimits = { characters: 480, lineBreaks: 12 };
export const factLimits: ClosedLimits = { characters: 400, lineBreaks: 8 };

/** Cut to half of what would be shown whole, so that opening it shows something worth the click. */
export function closedText(text: string, { characters, lineBreaks }: ClosedLimits): ClosedText {
  const isLong = text.length > characters;
  const breakAt = placeOfBreak(text.slice(0, characters), lineBreaks);
  if (!isLong && breakAt === null) return { text, isCut: false };
  const byLength = isLong ? headOf(text, characters / 2, characters / 2) : text;
  const halfBreakAt = breakAt === null ? null : placeOfBreak(text, Math.floor(lineBreaks / 2));
  const shown = halfBreakAt === null ? byLength : byLength.slice(0, halfBreakAt);
  return { text: `${shown.trimEnd()}…`, isCut: true };
}

/** Where the line break after so many others stands; `null` where there are not more. */
function placeOfBreak(text: string, count: number): number | null {
  let seen = 0;
  for (const { index } of text.matchAll(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/gu)) {
    if (seen === count) return index;
    seen += 1;
  }
  return null;
}

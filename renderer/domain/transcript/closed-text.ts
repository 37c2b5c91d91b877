import { headOf } from '../../../preload/contract/text/shorten';

/** The collapsed form of a text. */
export interface ClosedText {
  readonly text: string;
  /** True if the text was shortened. */
  readonly isCut: boolean;
}

export interface ClosedLimits {
  /** In characters. A text up to this length is shown completely. */
  readonly characters: number;
  /** A text with more line breaks is shortened, whatever its length. */
  readonly lineBreaks: number;
}

export const messageLimits: ClosedLimits = { characters: 2_400, lineBreaks: 40 };
export const tileLimits: ClosedLimits = { characters: 480, lineBreaks: 12 };
export const factLimits: ClosedLimits = { characters: 400, lineBreaks: 8 };

/** Half of what would be shown completely, so that expanding is worth the click. */
export function closedText(text: string, { characters, lineBreaks }: ClosedLimits): ClosedText {
  const isLong = text.length > characters;
  const breakAt = placeOfBreak(text.slice(0, characters), lineBreaks);
  if (!isLong && breakAt === null) return { text, isCut: false };
  const byLength = isLong ? headOf(text, characters / 2, characters / 2) : text;
  const halfBreakAt = breakAt === null ? null : placeOfBreak(text, Math.floor(lineBreaks / 2));
  const shown = halfBreakAt === null ? byLength : byLength.slice(0, halfBreakAt);
  return { text: `${shown.trimEnd()}…`, isCut: true };
}

/** Returns the index of the line break after that many others; `null` if there are fewer. */
function placeOfBreak(text: string, count: number): number | null {
  let seen = 0;
  for (const { index } of text.matchAll(/\r\n|[\n\r\u2028\u2029\u0085\v\f]/gu)) {
    if (seen === count) return index;
    seen += 1;
  }
  return null;
}

import { shortenToLine } from './shorten';

/** Units read for each character shown, so that a long text costs no more than a short one. */
const unitsPerCharacter = 16;

/** Returns a text from outside as one bounded line, without control and bidirectional characters. */
export function plainLine(text: string, maxLength: number): string {
  const read = text.slice(0, maxLength * unitsPerCharacter).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return shortenToLine(read, maxLength);
}

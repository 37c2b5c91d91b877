import { shortenToLine } from '../../../preload/contract/text/shorten';

const maxLength = 300;

/** The server's own words, fit to be shown on one line: no control or direction-changing characters, not endless. */
export function sanitizeServerMessage(words: string): string {
  const seen = words.slice(0, maxLength * 16).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return shortenToLine(seen, maxLength);
}

import { shortenToLine } from '../../../preload/contract/text/shorten';

const maxLength = 300;

/** Returns the server's message as one line for display: bounded, without control and bidirectional characters. */
export function sanitizeServerMessage(words: string): string {
  const seen = words.slice(0, maxLength * 16).replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ');
  return shortenToLine(seen, maxLength);
}

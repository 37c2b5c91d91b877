import { plainLine } from '../../../preload/contract/text/plain-line';

const maxLength = 300;

/** Returns the server's message as one line for display. */
export function sanitizeServerMessage(words: string): string {
  return plainLine(words, maxLength);
}

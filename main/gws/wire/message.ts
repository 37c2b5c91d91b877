import { z } from 'zod';
import { parseOrNull, maybeAnything, maybeString, maybeText, maybeWholeNumber, wholeNumber } from './tolerant';

/** One entry of a chat's log. Only the index is required, because it identifies the entry. */
const wireMessage = z.object({
  index: wholeNumber,
  type: maybeString,
  visibility: maybeString,
  from: maybeAnything,
  text: maybeText,
  noticeText: maybeText,
  url: maybeString,
  timestamp: maybeAnything,
  timestampSeconds: maybeWholeNumber,
});

export type WireMessage = z.output<typeof wireMessage>;

export function decodeMessage(value: unknown): WireMessage | null {
  return parseOrNull(wireMessage, value);
}

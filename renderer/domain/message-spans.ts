import { tokenize } from 'linkifyjs';
import { hasMarks, splitAtMarks } from './invisible-marks';
import type { MarkedPiece } from './invisible-marks';

export interface LinkSpan {
  readonly kind: 'link';
  /** Exactly what was written. */
  readonly text: string;
  readonly url: string;
  /** The host in ASCII, so that letters which only look alike are told apart. */
  readonly host: string;
  /** Only https leaves the console. */
  readonly canOpen: boolean;
  /** The host as written is not the host that would be opened. */
  readonly isDisguised: boolean;
}

export type MessageSpan = MarkedPiece | LinkSpan;

/** Looking for links costs time that grows with the text; what is longer is shown without them. */
const longestScanned = 20_000;

/** Cuts a message into spans whose texts, put together, are exactly the message. */
export function messageSpans(text: string): MessageSpan[] {
  if (text.length > longestScanned || !mayHoldLink(text)) return splitAtMarks(text);
  const spans: MessageSpan[] = [];
  let plain = '';
  for (const token of tokenize(text)) {
    // What follows a scheme of its own or a name with @ is the tail of something that is no link.
    const isTail = /[/:@\\]$/u.test(plain);
    const link = token.t === 'url' && !isTail ? linkOf(token.v) : null;
    if (link === null) {
      plain += token.v;
      continue;
    }
    if (plain !== '') spans.push(...splitAtMarks(plain));
    plain = '';
    spans.push(link);
  }
  if (plain !== '') spans.push(...splitAtMarks(plain));
  return spans;
}

function mayHoldLink(text: string): boolean {
  return /\S[.:]\S/u.test(text);
}

function linkOf(written: string): LinkSpan | null {
  if (hasMarks(written)) return null;
  const hasScheme = /^https?:\/\//iu.test(written);
  if (!hasScheme && /^[a-z][a-z\d+.-]*:\/\//iu.test(written)) return null;
  const address = hasScheme ? written : `https://${written}`;
  const url = URL.canParse(address) ? new URL(address) : null;
  // A user name before the host exists only to make the host look like another one.
  if (url === null || url.host === '' || url.username !== '' || url.password !== '') return null;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return {
    kind: 'link',
    text: written,
    url: url.href,
    host: url.host,
    canOpen: url.protocol === 'https:',
    isDisguised: !written.toLowerCase().includes(url.hostname.toLowerCase()),
  };
}

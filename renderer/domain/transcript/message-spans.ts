import { tokenize } from 'linkifyjs';
import { hasMarks, splitAtInvisible, withoutFloods } from '../text/invisible-characters';
import type { MarkedPiece } from '../text/invisible-characters';

export interface LinkSpan {
  readonly kind: 'link';
  /** Exactly the original text. */
  readonly text: string;
  readonly url: string;
  /** The host in ASCII, which distinguishes letters that look alike. */
  readonly host: string;
  /** Only https links can be opened. */
  readonly canOpen: boolean;
  /** The displayed host differs from the one that would be opened. */
  readonly isDisguised: boolean;
}

/** The rest of a message that has too many pieces. `shown` contains no control characters. */
export interface RestSpan {
  readonly kind: 'rest';
  readonly text: string;
  readonly shown: string;
}

export type MessageSpan = MarkedPiece | LinkSpan | RestSpan;

/** Finding links takes time proportional to the text; longer texts are shown without links. */
const longestScanned = 20_000;
/** Each piece is an element; thousands of them in one message would freeze the page. */
const maxSpans = 200;

/**
 * Punctuation of scripts that write no space after it. It ends an address; otherwise a full stop would become a dot of
 * its host.
 */
const endOfLink =
  /(?<=[\u3000-\u3004\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2018-\u201f\u2026\u00ab\u00bb])|(?=[\u3000-\u3004\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2018-\u201f\u2026\u00ab\u00bb])/u;

/** Splits a message into spans whose texts together are exactly the message. */
export function messageSpans(text: string): MessageSpan[] {
  const spans = text.length > longestScanned || !mayHoldLink(text) ? splitAtInvisible(text) : linkedSpans(text);
  if (spans.length <= maxSpans) return spans;
  const rest = spans.slice(maxSpans - 1).reduce((joined, span) => joined + span.text, '');
  return [...spans.slice(0, maxSpans - 1), { kind: 'rest', text: rest, shown: withoutFloods(rest) }];
}

function linkedSpans(text: string): (MarkedPiece | LinkSpan)[] {
  const spans: (MarkedPiece | LinkSpan)[] = [];
  let plain = '';
  for (const part of text.split(endOfLink)) {
    for (const token of mayHoldLink(part) ? tokenize(part) : [{ t: 'text', v: part }]) {
      // After another scheme or a name with @, it is part of something that is not a link.
      const isTail = /[/:@\\]$/u.test(plain);
      const link = token.t === 'url' && !isTail ? linkOf(token.v) : null;
      if (link === null) {
        plain += token.v;
        continue;
      }
      if (plain !== '') spans.push(...splitAtInvisible(plain));
      plain = '';
      spans.push(link);
    }
  }
  if (plain !== '') spans.push(...splitAtInvisible(plain));
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
  // A user name before the host only serves to imitate another host.
  if (url === null || url.host === '' || url.username !== '' || url.password !== '') return null;
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return {
    kind: 'link',
    text: written,
    url: url.href,
    host: url.host,
    canOpen: url.protocol === 'https:',
    isDisguised: writtenHost(written) !== url.hostname,
  };
}

/** The displayed host and nothing after it, because the path may contain the real one. */
function writtenHost(written: string): string {
  const [host = ''] = written.replace(/^https?:\/\//iu, '').split(/[/?#:\\]/u);
  return host.toLowerCase();
}

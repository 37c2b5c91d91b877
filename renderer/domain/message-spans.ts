import { tokenize } from 'linkifyjs';
import { hasMarks, splitAtInvisible, withoutFloods } from './invisible-characters';
import type { MarkedPiece } from './invisible-characters';

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

/** All that follows once a message has been cut into more pieces than anybody reads. `shown` has nothing that steers it. */
export interface RestSpan {
  readonly kind: 'rest';
  readonly text: string;
  readonly shown: string;
}

export type MessageSpan = MarkedPiece | LinkSpan | RestSpan;

/** Looking for links costs time that grows with the text; what is longer is shown without them. */
const longestScanned = 20_000;
/** Each piece is an element, and thousands of them in one message stop the page. */
const maxSpans = 200;

/**
 * Full stops, commas, brackets and quotation marks of scripts that write no blank behind them. They end an address: taken as part
 * of it, a stop would even become a dot of its host.
 */
const endOfLink =
  /(?<=[\u3000-\u3004\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2018-\u201f\u2026\u00ab\u00bb])|(?=[\u3000-\u3004\u3008-\u3020\u3030\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65\u2018-\u201f\u2026\u00ab\u00bb])/u;

/** Cuts a message into spans whose texts, put together, are exactly the message. */
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
      // What follows a scheme of its own or a name with @ is the tail of something that is no link.
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
  // A user name before the host exists only to make the host look like another one.
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

/** The host as it stands in what was written, and nothing behind it: the real one may well be named in the path. */
function writtenHost(written: string): string {
  const [host = ''] = written.replace(/^https?:\/\//iu, '').split(/[/?#:\\]/u);
  return host.toLowerCase();
}

import type { Author, Chat } from '../../preload/contract';
import { isLikeOurs, lookOfName, type Party } from '../../preload/contract/names/name-look';
import { isolateBidi } from './invisible-characters';
import { readerLabels, type Translate } from './reader-words';
import { distinguish, partiesOf, type NamedReader, type ReaderKind } from './readers';

/** Whoever speaks or types: the kind says what stands in where there is no name to be seen. */
type Named = Pick<Author, 'kind' | 'nickname'>;
/** Those a name could be taken for: the people of a chat, or of an old transcript. */
export type Among = Chat | readonly Party[];

/**
 * Names from outside as they may stand among our own words: in a row, a title, a sentence, an announcement. None of them can be read
 * as somebody else's, as the supervisor's or as a line of ours: a role stands in for what cannot be seen, and what could be
 * mistaken is in quotation marks, with its kind. Every place that draws a name asks here.
 */
export interface ShownNames {
  /** The customer, whole; `''` where no name can be seen, for the words that the place has for it. */
  readonly customer: (chat: Chat) => string;
  readonly agent: (chat: Chat) => string;
  /** Short where that is clear; the role where no name can be seen. */
  readonly author: (author: Named, among: Among) => string;
  /** As `author`, never shortened. */
  readonly authorInFull: (author: Named, among: Among) => string;
  /** A name outside a chat that is followed: of the directory, of an old transcript. `''` where none can be seen. */
  readonly alone: (name: string | null | undefined, kind: ReaderKind, others?: readonly Party[]) => string;
  /** Words of others inside a sentence of ours: in quotation marks where they could be taken for ours. */
  readonly quoted: (text: string) => string;
}

export function namesIn(translate: Translate, ownNames: readonly string[]): ShownNames {
  const called = (named: NamedReader, parties: readonly Party[], isWhole: boolean): string => {
    const [reader] = distinguish([named], parties, isWhole);
    if (reader?.name == null) return '';
    const isBare = isWhole && !reader.isAmbiguous && reader.isSetOff !== true;
    return isBare ? reader.name : (readerLabels([reader], translate)[0] ?? '');
  };
  const selves = ownNames.map((name): Party => ({ kind: 'self', name }));
  const author = ({ kind, nickname }: Named, among: Among, isWhole: boolean): string => {
    const named: NamedReader = { kind: kind === 'self' ? 'supervisor' : kind, name: nickname };
    const parties = 'participants' in among ? partiesOf(among, ownNames) : [...among, ...selves];
    return called(named, parties, isWhole) || translate(`reader.${named.kind}`);
  };
  return {
    customer: (chat) => called({ kind: 'customer', name: chat.customerName }, partiesOf(chat, ownNames), true),
    agent: (chat) => called({ kind: 'agent', name: chat.agentName }, partiesOf(chat, ownNames), true),
    author: (one, among) => author(one, among, false),
    authorInFull: (one, among) => author(one, among, true),
    alone: (name, kind, others = []) => called({ kind, name: name ?? null }, [...others, ...selves], true),
    quoted: (text) => (isLikeOurs(text) ? translate('reader.quoted', { text: isolateBidi(text) }) : isolateBidi(text)),
  };
}

/** For messages that are put into words elsewhere: in quotation marks unless it is shaped like a name. */
export function quotedUnlessPlain(name: string | null | undefined, kind: ReaderKind): string {
  const { text, look } = lookOfName({ kind, name: name ?? null }, []);
  return look === 'setOff' ? `“${isolateBidi(text)}”` : isolateBidi(text);
}

import type { Author, Chat } from '../../../preload/contract';
import { isLikeOurs, lookOfName, type Party } from '../../../preload/contract/names/name-look';
import { isolateBidi } from './invisible-characters';
import { readerLabels, type Translate } from '../modes/reader-labels';
import { distinguish, partiesOf, type NamedReader, type ReaderKind } from '../modes/readers';

/** An author or typing participant; the kind replaces a name that is not visible. */
type Named = Pick<Author, 'kind' | 'nickname'>;
/** The participants that a name could be mistaken for, of a chat or of a past transcript. */
export type Among = Chat | readonly Party[];

/**
 * Names of others for use in our texts. None can be read as another participant, as the supervisor or as our text: a
 * role replaces an invisible name, and an ambiguous one is quoted with its kind. All views use these functions.
 */
export interface ShownNames {
  /** The customer's full name; `''` if none is visible, for the view's own fallback. */
  readonly customer: (chat: Chat) => string;
  readonly agent: (chat: Chat) => string;
  /** Short if unambiguous; the role if no name is visible. */
  readonly author: (author: Named, among: Among) => string;
  /** Like `author`, never shortened. */
  readonly authorInFull: (author: Named, among: Among) => string;
  /** A name outside a joined chat: from the directory or a past transcript. `''` if none is visible. */
  readonly alone: (name: string | null | undefined, kind: ReaderKind, others?: readonly Party[]) => string;
  /** Others' text inside our sentence: quoted if it could be mistaken for ours. */
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
    return called(named, parties, isWhole) || translate(`reader.subject.${named.kind}`);
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

/** For messages that are composed elsewhere: quoted unless it looks like a name. */
export function quotedUnlessPlain(name: string | null | undefined, kind: ReaderKind): string {
  const { text, look } = lookOfName({ kind, name: name ?? null }, []);
  return look === 'setOff' ? `“${isolateBidi(text)}”` : isolateBidi(text);
}

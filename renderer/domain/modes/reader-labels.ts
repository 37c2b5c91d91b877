import { isolateBidi } from '../text/invisible-characters';
import type { Reader } from './readers';

export type Translate = (key: string, values?: Record<string, string>) => string;

/** The position of a name in its sentence. Only a role that replaces a name ("the agent") changes with it, in German. */
export type GrammaticalCase = 'subject' | 'object' | 'dative';

/** The readers as named in a sentence, e.g. ["Kim", "the agent"]. */
export function readerLabels(
  readers: readonly Reader[],
  translate: Translate,
  grammaticalCase: GrammaticalCase = 'subject',
): string[] {
  return readers.map((reader) => {
    const { kind, name, isAmbiguous } = reader;
    const isSetOff = reader.isSetOff === true;
    if (name === null) return translate(`reader.${grammaticalCase}.${kind}`);
    const spoken = isolateBidi(name);
    if (!isAmbiguous && !isSetOff) return spoken;
    return translate(isSetOff ? 'reader.setOff' : 'reader.ambiguous', {
      name: spoken,
      kind: kindOf(reader, translate),
    });
  });
}

/** For names that begin a sentence: "the agent" becomes "The agent"; names stay unchanged. */
export function capitaliseFirst(readers: readonly Reader[], sentencePart: string): string {
  if (readers[0]?.name !== null) return sentencePart;
  const [first = ''] = sentencePart;
  return `${first.toUpperCase()}${sentencePart.slice(first.length)}`;
}

const scripts = [
  ['latin', /\p{Script=Latin}/u],
  ['cyrillic', /\p{Script=Cyrillic}/u],
  ['greek', /\p{Script=Greek}/u],
  ['other', /(?![\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}])\p{L}/u],
] as const;

/** Names that differ only in letters that look alike are distinguished by their script. */
function kindOf({ kind, name, isLookAlike }: Reader, translate: Translate): string {
  const word = translate(`reader.kind.${kind}`);
  if (isLookAlike !== true) return word;
  const letters = scripts
    .filter(([, pattern]) => pattern.test(name ?? ''))
    .map(([script]) => translate(`reader.letters.${script}`));
  return translate('reader.lookAlike', { kind: word, letters: letters.join(' + ') });
}

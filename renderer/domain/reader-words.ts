import { isolated } from './invisible-marks';
import type { Reader } from './readers';

export type Translate = (key: string, values?: Record<string, string>) => string;

/** The readers as they are called in a sentence, e.g. ["Kim", "the agent"]. */
export function readerNames(readers: readonly Reader[], translate: Translate): string[] {
  return readers.map(({ kind, name, isAmbiguous }) => {
    if (name === null) return translate(`reader.${kind}`);
    const spoken = isolated(name);
    return isAmbiguous
      ? translate('reader.ambiguous', { name: spoken, kind: translate(`reader.kind.${kind}`) })
      : spoken;
  });
}

/** For names that open a sentence: "the agent" becomes "The agent"; names stay as people write them. */
export function atStart(readers: readonly Reader[], sentencePart: string): string {
  if (readers[0]?.name !== null) return sentencePart;
  const [first = ''] = sentencePart;
  return `${first.toLocaleUpperCase()}${sentencePart.slice(first.length)}`;
}

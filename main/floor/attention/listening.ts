import type { AttentionPhrases, PhraseListName } from '../../../preload/contract';
import { repeatRequests } from './language/courtesies';
import { formsOfGroup, type GroupOf, type WrittenForm } from './phrases/phrase-syntax';
import { createKeywordMatcher, type FoundPhrase, type PhraseMatcher, type PhraseList } from './phrases';

export type ListName = PhraseListName | 'repeatRequest';
export type Found = FoundPhrase<ListName>;
/** Matches the phrases of all lists at once. */
export type Listening = PhraseMatcher<ListName>;

const known = new WeakMap<AttentionPhrases, Listening>();

/** Returns the matcher of these phrases; cached, because preparing all of them takes a while. */
export function listeningFor(phrases: AttentionPhrases): Listening {
  const listening = known.get(phrases) ?? createListening(phrases);
  known.set(phrases, listening);
  return listening;
}

function createListening(phrases: AttentionPhrases): Listening {
  const groups = new Map(
    Object.entries(phrases.sameMeaning).map(([language, listed]) => [
      language,
      groupsIn([...listed, ...phrases.sameMeaning.any]),
    ]),
  );
  const lists = Object.entries(phrases).flatMap(([name, byLanguage]) =>
    Object.entries(byLanguage).map(([language, listed]): PhraseList<ListName> => {
      const groupOf = groups.get(language);
      return {
        name: name as PhraseListName,
        language: language === 'any' ? null : language,
        phrases: name === 'sameMeaning' ? listed.filter((phrase) => namedGroup(phrase) === null) : listed,
        isAnyForm: name === 'sameMeaning',
        ...(groupOf !== undefined && { groupOf }),
      };
    }),
  );
  return createKeywordMatcher([...lists, { name: 'repeatRequest', language: null, phrases: repeatRequests }]);
}

/** Parses a named group: "lawyer: solicitor/attorney" lets phrases use the name for any of its words. */
function namedGroup(listed: string): readonly [name: string, words: string] | null {
  const [, name, words] = /^\s*([^:/]+?)\s*:\s*(.+)$/u.exec(listed) ?? [];
  return name === undefined || words === undefined ? null : [name, words];
}

interface Groups {
  readonly byName: ReadonlyMap<string, string>;
  readonly byWord: ReadonlyMap<string, string>;
}

/**
 * Returns a lookup from a word to its alternatives: a name to its words, any other word to the words of its group. The groups
 * are read at the first lookup, because a console starts before it has a chat.
 */
function groupsIn(lists: readonly string[]): GroupOf {
  const read = new Map<string, readonly WrittenForm[]>();
  let groups: Groups | null = null;
  return (word) => {
    groups ??= readGroups(lists);
    const listed = groups.byName.get(word) ?? groups.byWord.get(word);
    if (listed === undefined) return null;
    const forms = read.get(listed) ?? formsOfGroup(listed);
    read.set(listed, forms);
    return forms;
  };
}

function readGroups(lists: readonly string[]): Groups {
  const byName = new Map<string, string>();
  const byWord = new Map<string, string>();
  for (const listed of lists) {
    const named = namedGroup(listed);
    if (named !== null) byName.set(named[0], named[1]);
    else for (const word of listed.split('/')) if (!byWord.has(word)) byWord.set(word, listed);
  }
  return { byName, byWord };
}

/**
 * Filters the finds by language. A single word may mean something else in another language ("con"), so it counts in its
 * own only. Several words count in any language, because chats mix languages.
 */
export function foundIn(language: string | null, found: readonly Found[]): readonly Found[] {
  if (found.length === 0 || language === null) return found;
  return found.filter(
    (phrase) => phrase.language === null || phrase.language === language || phrase.first < phrase.last,
  );
}

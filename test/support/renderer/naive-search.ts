import { foldText } from '../../../preload/contract/text/fold-text';
import { wordsOf } from '../../../renderer/domain/search/words-of';
import type { ChatMatch, TextKey } from '../../../renderer/domain/search/search-index';
import { matchesAt, type SearchQuery } from '../../../renderer/domain/search/search-query';

/** The search as one would first write it: reads everything for every question. The measure of the index, in truth and in time. */
export class NaiveSearch {
  readonly chats = new Map<string, Map<TextKey, string>>();

  put(chatId: string, key: TextKey, text: string): void {
    const chat = this.chats.get(chatId) ?? new Map<TextKey, string>();
    this.chats.set(chatId, chat.set(key, text));
  }

  remove(chatId: string, keys: readonly TextKey[]): void {
    for (const key of keys) this.chats.get(chatId)?.delete(key);
  }

  removeChat(chatId: string): void {
    this.chats.delete(chatId);
  }

  find(query: SearchQuery): readonly ChatMatch[] {
    if (query.length === 0) return [];
    return [...this.chats].flatMap(([chatId, texts]) => {
      const facts: string[] = [];
      const entries: number[] = [];
      const known = new Set<number>();
      for (const [key, text] of texts) {
        const terms = typeof key === 'string' ? termsIn(text, query) : [];
        if (typeof key === 'string' && terms.length > 0) facts.push(key);
        for (const term of terms) known.add(term);
      }
      for (const [key, text] of texts) {
        const terms = typeof key === 'number' ? termsIn(text, query) : [];
        if (typeof key === 'number' && terms.length > 0 && new Set([...known, ...terms]).size === query.length) {
          entries.push(key);
        }
      }
      entries.sort((one, other) => one - other);
      return known.size === query.length || entries.length > 0 ? [{ chatId, facts, entries }] : [];
    });
  }
}

/** Which terms of the query stand in the text. */
function termsIn(text: string, query: SearchQuery): readonly number[] {
  const words = wordsOf(foldText(text));
  return query.flatMap((term, number) => (words.some((_, place) => matchesAt(term, words, place)) ? [number] : []));
}

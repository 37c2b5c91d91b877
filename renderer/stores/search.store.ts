import { defineStore } from 'pinia';
import { computed, shallowReactive, shallowRef } from 'vue';
import type { Chat, Transcript, TranscriptEntry } from '../../preload/contract';
import { sortResults, type ChatResult } from '../domain/search/search-finds';
import { SearchIndex } from '../domain/search/search-index';
import { isOneLetter, parseQuery, type SearchQuery } from '../domain/search/search-query';
import { isSearched, searchedFacts } from '../domain/search/searched-texts';
import { useChatsStore } from './chats.store';
import { setTimer } from './set-timer';

/** A whole floor is taken in piece by piece, so that no frame waits for it. */
const textsInOneGo = 500;
const pauseMs = 8;

/** The message somebody wants to see. A new object for every wish, so that the same message can be gone to again. */
export interface SearchTarget {
  readonly chatId: string;
  readonly index: number;
}

export interface SearchResults {
  readonly query: SearchQuery;
  readonly chats: readonly ChatResult[];
  readonly messageCount: number;
  /** One letter stands in nearly everything that was said; it is not looked for alone. */
  readonly isTooShort: boolean;
}

/**
 * The words of all live chats, ready to be searched. What main tells is taken in as it comes; a new picture of the whole floor is
 * compared with what is known, so that after a reconnection only what differs costs anything.
 */
export const useSearchStore = defineStore('search', () => {
  const index = new SearchIndex();
  const chats = useChatsStore();
  /** Chats that are not taken in as a whole yet. */
  const waiting = shallowReactive(new Set<string>());
  const isReading = computed(() => waiting.size > 0);
  /** Turns whenever what could be found has changed. */
  const revision = shallowRef(0);
  /** What was typed into the search that fills a place of its own. */
  const typed = shallowRef('');
  /** Turns when the search is asked for while it may be on the screen already. */
  const asked = shallowRef(0);
  const target = shallowRef<SearchTarget | null>(null);

  function replaceAll(all: readonly Chat[], transcripts: readonly Transcript[]): void {
    const present = new Set([...all.map(({ id }) => id), ...transcripts.map(({ chatId }) => chatId)]);
    for (const chatId of index.chatIds()) if (!present.has(chatId)) index.removeChat(chatId);
    const wasReading = waiting.size > 0;
    waiting.clear();
    for (const chatId of present) waiting.add(chatId);
    revision.value += 1;
    if (!wasReading && waiting.size > 0) setTimer(readOn, pauseMs);
  }

  function readOn(): void {
    let read = 0;
    for (const chatId of waiting) {
      if (read >= textsInOneGo) break;
      waiting.delete(chatId);
      read += takeWhole(chatId);
    }
    revision.value += 1;
    if (waiting.size > 0) setTimer(readOn, pauseMs);
  }

  function takeWhole(chatId: string): number {
    const chat = chats.chats.get(chatId);
    const entries = chats.transcripts.get(chatId)?.entries ?? [];
    const present = new Set(entries.filter(isSearched).map((entry) => entry.index));
    const gone = index.keysOf(chatId).filter((key) => typeof key === 'number' && !present.has(key));
    index.remove(chatId, gone);
    indexEntries(chatId, entries);
    if (chat !== undefined) indexFacts(chat);
    return entries.length;
  }

  function indexEntries(chatId: string, entries: readonly TranscriptEntry[]): void {
    if (waiting.has(chatId)) return;
    for (const entry of entries) {
      if (isSearched(entry)) index.put(chatId, entry.index, entry.text);
      else index.remove(chatId, [entry.index]);
    }
    revision.value += 1;
  }

  function indexFacts(chat: Chat): void {
    if (waiting.has(chat.id)) return;
    const facts = searchedFacts(chat);
    const gone = index.factsOf(chat.id).filter((name) => !facts.has(name));
    if (gone.length > 0) index.remove(chat.id, gone);
    for (const [name, text] of facts) index.put(chat.id, name, text);
    revision.value += 1;
  }

  function removeChat(chatId: string): void {
    waiting.delete(chatId);
    index.removeChat(chatId);
    revision.value += 1;
  }

  /** What is found now. The order holds for as long as the answer is kept. */
  function find(text: string): SearchResults {
    const query = parseQuery(text);
    const isTooShort = query.length > 0 && query.every(isOneLetter);
    const found = sortResults(isTooShort ? [] : index.find(query), {
      chatOf: (chatId) => chats.chats.get(chatId),
      transcriptOf: (chatId) => chats.transcripts.get(chatId),
    });
    const messageCount = found.reduce((sum, { entries }) => sum + entries.length, 0);
    return { query, chats: found, messageCount, isTooShort };
  }

  /** Asks for the search itself; what was typed elsewhere is taken along. */
  function ask(text: string): void {
    if (text !== '') typed.value = text;
    asked.value += 1;
  }

  function goTo(chatId: string, entryIndex: number): void {
    target.value = { chatId, index: entryIndex };
  }

  /** The wish is met once: opening the chat later by itself goes to its end as ever. */
  function takeTarget(chatId: string): SearchTarget | null {
    const wished = target.value;
    if (wished?.chatId !== chatId) return null;
    target.value = null;
    return wished;
  }

  return {
    isReading,
    revision,
    typed,
    asked,
    ask,
    target,
    replaceAll,
    indexEntries,
    indexFacts,
    removeChat,
    find,
    goTo,
    takeTarget,
  };
});

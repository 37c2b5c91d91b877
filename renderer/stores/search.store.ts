import { defineStore } from 'pinia';
import { computed, shallowReactive, shallowRef } from 'vue';
import type { Chat, Transcript, TranscriptEntry } from '../../preload/contract';
import { sortResults, type ChatResult } from '../domain/search/search-finds';
import { SearchIndex } from '../domain/search/search-index';
import { isOneLetter, parseQuery, type SearchQuery } from '../domain/search/search-query';
import { isSearched, searchedFacts } from '../domain/search/searched-texts';
import { useChatsStore } from './chats.store';
import { setTimer } from './set-timer';

/** A whole floor is indexed in pieces, so that no frame waits for it. */
const textsInOneGo = 500;
const pauseMs = 8;

/** The message to scroll to. Each request is a new object, so that the same message can be requested again. */
export interface SearchTarget {
  readonly chatId: string;
  readonly index: number;
}

export interface SearchResults {
  readonly query: SearchQuery;
  readonly chats: readonly ChatResult[];
  readonly messageCount: number;
  /** A single letter matches nearly every message, so it is not searched for alone. */
  readonly isTooShort: boolean;
}

/**
 * The search index of all live chats. Changes are indexed as they arrive; a new snapshot is compared with the index, so
 * that a reconnection costs only the differences.
 */
export const useSearchStore = defineStore('search', () => {
  const index = new SearchIndex();
  const chats = useChatsStore();
  /** Chats that are not fully indexed yet. */
  const waiting = shallowReactive(new Set<string>());
  const isReading = computed(() => waiting.size > 0);
  /** Incremented whenever the results may have changed. */
  const revision = shallowRef(0);
  /** The query of the search page. */
  const typed = shallowRef('');
  /** Incremented on each request for the search, which may already be open. */
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

  /** The current results. The order is fixed while the object is in use. */
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

  /** Opens the search, with the text that was typed elsewhere. */
  function ask(text: string): void {
    if (text !== '') typed.value = text;
    asked.value += 1;
  }

  function goTo(chatId: string, entryIndex: number): void {
    target.value = { chatId, index: entryIndex };
  }

  /** Returns the target once: a later visit to the chat starts at its end. */
  function takeTarget(chatId: string): SearchTarget | null {
    const current = target.value;
    if (current?.chatId !== chatId) return null;
    target.value = null;
    return current;
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

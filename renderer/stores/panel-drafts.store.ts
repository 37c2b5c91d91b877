import { defineStore } from 'pinia';
import { shallowReactive } from 'vue';
import type { Mode } from '../../preload/contract';

/** The audience that a panel text was written for. A whisper never appears under a message to everyone. */
export interface PanelDraftKey {
  readonly kind: 'notice' | 'link' | 'partingMessage';
  readonly chatId: string;
  readonly mode: Mode;
  readonly audience: 'everyone' | 'agents';
}

interface SideText {
  readonly text: string;
  readonly readers: readonly string[];
}

function keyOf({ kind, chatId, mode, audience }: PanelDraftKey): string {
  return JSON.stringify([chatId, kind, mode, audience]);
}

/**
 * Unsent notices, links and parting messages, so that closing their panel loses nothing. Each remembers its readers, by
 * participant id, from the first letter on.
 */
export const usePanelDraftsStore = defineStore('sideTexts', () => {
  const texts = shallowReactive(new Map<string, SideText>());

  function textOf(place: PanelDraftKey): string {
    return texts.get(keyOf(place))?.text ?? '';
  }

  /** Returns the readers the text was begun for; `null` if there is no text. */
  function readersOf(place: PanelDraftKey): readonly string[] | null {
    return texts.get(keyOf(place))?.readers ?? null;
  }

  function write(place: PanelDraftKey, text: string, readersNow: readonly string[] = []): void {
    if (text === '') texts.delete(keyOf(place));
    else texts.set(keyOf(place), { text, readers: readersOf(place) ?? readersNow });
  }

  /** The supervisor saw that the readers changed and who they are now. */
  function readdress(place: PanelDraftKey, readers: readonly string[]): void {
    const text = textOf(place);
    if (text !== '') texts.set(keyOf(place), { text, readers });
  }

  function forgetChat(chatId: string): void {
    const beginning = `[${JSON.stringify(chatId)},`;
    for (const key of texts.keys()) if (key.startsWith(beginning)) texts.delete(key);
  }

  function forgetAll(): void {
    texts.clear();
  }

  return { textOf, readersOf, write, readdress, forgetChat, forgetAll };
});

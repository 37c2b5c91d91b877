import { h, inject, provide, type Component, type InjectionKey } from 'vue';

/** Renders the untrusted text of a message; emits `openLink` for a link in it. */
export interface TileWords {
  readonly component: Component;
  readonly openLink: (url: string) => unknown;
}

const tileWordsKey: InjectionKey<TileWords> = Symbol('words of the tiles');

/**
 * For the page with the wall: what renders the texts in all tiles. It is provided and not a slot, because a slot that
 * goes through five components leaves ten empty text nodes at every message.
 */
export function provideTileWords(words: TileWords): void {
  provide(tileWordsKey, words);
}

/** A tile mounted alone shows its texts without links. */
const plainWords: TileWords = {
  component: ({ text }: { readonly text: string }) => h('p', text),
  openLink: () => undefined,
};

export function useTileWords(): TileWords {
  return inject(tileWordsKey, plainWords);
}

import type { Mode } from '../../../preload/contract';
import type { Findable } from '../../domain/palette-order';
import type { SnippetPiece } from '../../domain/search/snippet';

/** One thing the palette reaches. */
export interface PaletteItem extends Findable {
  readonly label: string;
  /** A second word beside it: who handles the chat, what the setting is now. */
  readonly detail: string | null;
  /** The keys that do the same, as printed. */
  readonly caps: string | null;
  /** Why it cannot be done now, in words; `null`: it can. */
  readonly disabledReason: string | null;
  readonly mode: Mode | null;
  /** A line of a transcript, what was searched for marked. */
  readonly pieces: readonly SnippetPiece[] | null;
  /** Leads to a further list under this name instead of doing something. */
  readonly opens: (() => readonly PaletteItem[]) | null;
  readonly run: () => void;
}

type PaletteItemSource = Pick<PaletteItem, 'id' | 'kind' | 'label'> & Partial<PaletteItem>;

export function paletteItem(source: PaletteItemSource): PaletteItem {
  const { detail = null, disabledReason = null } = source;
  return {
    names: [source.label],
    detail,
    caps: null,
    disabledReason,
    mode: null,
    pieces: null,
    opens: null,
    isPossible: disabledReason === null,
    isOffered: false,
    isBulk: false,
    run: () => undefined,
    ...source,
  };
}

/** What lies outside the palette's own reach; the shell does it. */
export interface PaletteNavigation {
  readonly openChat: (chatId: string) => void;
  readonly openMessage: (chatId: string, index: number) => void;
  readonly openSearch: (typed: string) => void;
  readonly openSettings: () => void;
}

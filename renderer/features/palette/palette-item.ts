import type { Mode } from '../../../preload/contract';
import type { Findable } from '../../domain/lists/palette-order';
import type { SnippetPiece } from '../../domain/search/snippet';

/** An item of the palette. */
export interface PaletteItem extends Findable {
  readonly label: string;
  /** A second label: the agent of a chat, the current value of a setting. */
  readonly detail: string | null;
  /** The keys of the same action, formatted. */
  readonly caps: string | null;
  /** The reason why it is unavailable, as text; `null` if it is available. */
  readonly disabledReason: string | null;
  readonly mode: Mode | null;
  /** An excerpt of a transcript with the matches highlighted. */
  readonly pieces: readonly SnippetPiece[] | null;
  /** Opens a nested list under this name instead of running an action. */
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

/** What the palette cannot do itself; the shell provides it. */
export interface PaletteNavigation {
  readonly openChat: (chatId: string) => void;
  readonly openMessage: (chatId: string, index: number) => void;
  readonly openSearch: (typed: string) => void;
  readonly openSettings: () => void;
}

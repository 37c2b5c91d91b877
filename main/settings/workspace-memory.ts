import type {
  DraftPlace,
  DraftSendOut,
  FloorChange,
  Draft,
  WorkspaceState,
  DraftRevision,
  SentOutDraft,
  SessionState,
  ViewState,
} from '../../preload/contract';
import { ownerOf } from './owner';

/** The main window, or the wall window. */
export type WindowRole = 'main' | 'wall';

const maxDrafts = 200;

/** Maximum number of positions whose last change is remembered; more than can be edited at once. */
const maxChanged = 1_000;

interface BegunDraft {
  readonly number: number;
  readonly draft: Draft;
  isSendBegun: boolean;
}

interface LastChange {
  readonly revision: number;
  readonly windowId: number;
}

/** Window id of changes made by main. */
const noWindow = -1;

function keyOf({ chatId, mode, audience, readers, sentAs }: DraftPlace): string {
  return JSON.stringify([chatId, mode, audience, readers.map(({ participantId }) => participantId).sort(), sentAs]);
}

/**
 * State that outlives a window: drafts, which all windows share, and the view of each window.
 *
 * 1. A window reports every change with its number; the highest number wins. A reloaded window requests all of it.
 * 2. It lives in memory only. A draft is customer conversation, so it is never on disk or in the log.
 * 3. It belongs to one supervisor at one server. Signing out deletes it. A session that ended otherwise keeps it for
 *    the same supervisor.
 * 4. A chat that is removed from the list loses its drafts. If there are too many, the one unchanged for longest is
 *    dropped.
 * 5. A draft belongs to a chat, a mode and readers, and gets a number when it is begun. A send names that number, so
 *    that main knows the intended readers itself and sends it once.
 */
export class WorkspaceMemory {
  #owner: string | null = null;
  #isSignedIn = false;
  #revision = 0;
  readonly #views = new Map<WindowRole, ViewState>();
  readonly #drafts = new Map<string, BegunDraft>();
  readonly #lastChanges = new Map<string, LastChange>();

  /** Applies floor changes. */
  applyChanges(changes: readonly FloorChange[]): void {
    for (const change of changes) {
      if (change.type === 'sessionChanged') this.#sessionChanged(change.session);
      else if (change.type === 'chatRemoved') this.#forgetChat(change.chatId);
    }
  }

  /** Returns the revision of this change and the number of the draft. Both only increase, across sign-ins. */
  keepDraft(draft: Draft, windowId: number): { readonly revision: number; readonly draft: number | null } {
    this.#changed(draft, windowId);
    return { revision: this.#revision, draft: this.#isSignedIn ? this.#putDraft(draft) : null };
  }

  /** Removes a draft from its field to send it. The window must know the last change or have made it. */
  sendOut({ draft, basedOn }: DraftSendOut, windowId: number): SentOutDraft {
    const place = { ...draft, sentAs: null };
    const key = keyOf(place);
    const last = this.#lastChanges.get(key);
    if (last !== undefined && last.windowId !== windowId && last.revision > basedOn) {
      const stands = this.#drafts.get(key)?.draft ?? { ...place, text: '' };
      return { revision: last.revision, draft: null, stands };
    }
    this.#changed(place, windowId);
    const number = this.#drafts.get(key)?.number ?? this.#revision;
    this.#drafts.delete(key);
    return { revision: this.#revision, draft: this.#isSignedIn ? this.#putDraft(draft, number) : null, stands: null };
  }

  /** Returns whether this draft was not sent before, and marks it as sent. */
  beginSend(number: number): boolean {
    const begun = this.#numbered(number);
    if (begun === undefined || begun.isSendBegun) return false;
    begun.isSendBegun = true;
    return true;
  }

  /** Returns what the draft of this number was begun for; `null` if unknown. */
  begunFor(number: number): DraftPlace | null {
    return this.#numbered(number)?.draft ?? null;
  }

  /** Deletes a draft that the server accepted. Returns the change for the windows; `null` if there is none. */
  sent(number: number): DraftRevision | null {
    const begun = this.#numbered(number);
    if (begun === undefined) return null;
    const draft = { ...begun.draft, text: '' };
    return { draft, revision: this.keepDraft(draft, noWindow).revision };
  }

  saveViewState(view: ViewState, role: WindowRole): void {
    if (this.#isSignedIn) this.#views.set(role, view);
  }

  recall(role: WindowRole): WorkspaceState {
    const revision = this.#revision;
    if (!this.#isSignedIn) return { drafts: [], revision, view: null };
    return {
      revision,
      drafts: [...this.#drafts.values()].map(({ draft }) => draft),
      view: this.#views.get(role) ?? null,
    };
  }

  #numbered(number: number): BegunDraft | undefined {
    return [...this.#drafts.values()].find((begun) => begun.number === number);
  }

  #changed(place: DraftPlace, windowId: number): void {
    this.#revision += 1;
    const key = keyOf(place);
    this.#lastChanges.delete(key);
    this.#lastChanges.set(key, { revision: this.#revision, windowId });
    const [oldest] = this.#lastChanges.keys();
    if (this.#lastChanges.size > maxChanged && oldest !== undefined) this.#lastChanges.delete(oldest);
  }

  #putDraft(draft: Draft, begunAs: number = this.#revision): number | null {
    const key = keyOf(draft);
    const { number, isSendBegun } = this.#drafts.get(key) ?? { number: begunAs, isSendBegun: false };
    this.#drafts.delete(key);
    if (draft.text === '') return null;
    this.#drafts.set(key, { number, draft, isSendBegun });
    const [oldest] = this.#drafts.keys();
    if (this.#drafts.size > maxDrafts && oldest !== undefined) this.#drafts.delete(oldest);
    return number;
  }

  #sessionChanged(session: SessionState): void {
    this.#isSignedIn = session.phase === 'signedIn';
    const owner = session.phase === 'signedIn' ? ownerOf(session.who) : null;
    const isAnother = owner !== null && owner !== this.#owner;
    if (isAnother || session.phase === 'signingOut') {
      this.#drafts.clear();
      this.#lastChanges.clear();
      this.#views.clear();
      this.#owner = owner;
    }
  }

  #forgetChat(chatId: string): void {
    for (const [key, { draft }] of this.#drafts) if (draft.chatId === chatId) this.#drafts.delete(key);
  }
}

/** Returns the changes that other windows receive when a text leaves its field. */
export function changesOf({ draft }: DraftSendOut, { revision, stands }: SentOutDraft): readonly DraftRevision[] {
  if (stands !== null) return [];
  return [
    { draft: { ...draft, sentAs: null, text: '' }, revision },
    { draft, revision },
  ];
}

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
  readonly windowId: number | null;
}

/** Receives each change of a draft, with the id of the window that made it; `null` if main made it. */
export type DraftPublisher = (change: DraftRevision, windowId: number | null) => void;

function keyOf({ chatId, mode, audience, readers, sentAs }: DraftPlace): string {
  return JSON.stringify([chatId, mode, audience, readers.map(({ participantId }) => participantId).sort(), sentAs]);
}

/**
 * State that outlives a window: drafts, which all windows share, and the view of each window.
 *
 * 1. Main numbers every change and publishes it to the other windows; the highest number wins. A reloaded window
 *    requests all of it.
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
  readonly #publish: DraftPublisher;

  constructor(publish: DraftPublisher) {
    this.#publish = publish;
  }

  /** Applies floor changes. */
  applyChanges(changes: readonly FloorChange[]): void {
    for (const change of changes) {
      if (change.type === 'sessionChanged') this.#sessionChanged(change.session);
      else if (change.type === 'chatRemoved') this.#forgetChat(change.chatId);
    }
  }

  /** Returns the revision of this change and the number of the draft. Both only increase, across sign-ins. */
  saveDraft(draft: Draft, windowId: number | null): { readonly revision: number; readonly draft: number | null } {
    const revision = this.#changed(draft, windowId);
    const number = this.#isSignedIn ? this.#putDraft(draft) : null;
    this.#publish({ draft, revision }, windowId);
    return { revision, draft: number };
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
    const revision = this.#changed(place, windowId);
    const begunAs = this.#drafts.get(key)?.number ?? revision;
    this.#drafts.delete(key);
    const number = this.#isSignedIn ? this.#putDraft(draft, begunAs) : null;
    this.#publish({ draft: { ...place, text: '' }, revision }, windowId);
    this.#publish({ draft, revision }, windowId);
    return { revision, draft: number, stands: null };
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

  /** Deletes a draft that the server accepted, in every window. */
  sent(number: number): void {
    const begun = this.#numbered(number);
    if (begun !== undefined) this.saveDraft({ ...begun.draft, text: '' }, null);
  }

  saveViewState(view: ViewState, role: WindowRole): void {
    if (this.#isSignedIn) this.#views.set(role, view);
  }

  stateFor(role: WindowRole): WorkspaceState {
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

  #changed(place: DraftPlace, windowId: number | null): number {
    this.#revision += 1;
    const key = keyOf(place);
    this.#lastChanges.delete(key);
    this.#lastChanges.set(key, { revision: this.#revision, windowId });
    const [oldest] = this.#lastChanges.keys();
    if (this.#lastChanges.size > maxChanged && oldest !== undefined) this.#lastChanges.delete(oldest);
    return this.#revision;
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

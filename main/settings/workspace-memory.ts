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

/** The window that shows everything, or the one that shows the wall alone. */
export type WindowRole = 'main' | 'wall';

const mostDrafts = 200;

/** Places whose last change is remembered; far more than can be written at in one moment. */
const mostChanged = 1_000;

interface BegunDraft {
  readonly number: number;
  readonly draft: Draft;
  isSendBegun: boolean;
}

interface LastChange {
  readonly revision: number;
  readonly windowId: number;
}

/** Window id of changes that main makes by itself. */
const nobody = -1;

function keyOf({ chatId, mode, audience, readers, sentAs }: DraftPlace): string {
  return JSON.stringify([chatId, mode, audience, readers.map(({ participantId }) => participantId).sort(), sentAs]);
}

/**
 * What outlives a window: texts typed and not sent, which are the same in all windows, and where somebody was in each of them.
 *
 * 1. The window tells every change; the last one holds, and its number says which that is. A window that is loaded again asks for
 *    all of it.
 * 2. It lives in memory only. A draft is customer conversation: it is never on disk and never in the log.
 * 3. It belongs to one supervisor at one server. Signing out takes it away; a session that ended by itself does not, but only the
 *    same supervisor finds it again.
 * 4. A chat that is taken off the list takes its drafts along. When there are too many, the one untouched for longest goes.
 * 5. A draft is begun for a chat, a mode and readers, and gets a number at that moment. A send names that number, so that main
 *    knows by itself whom the text was begun for, and sends it once.
 */
export class WorkspaceMemory {
  #owner: string | null = null;
  #isSignedIn = false;
  #revision = 0;
  readonly #views = new Map<WindowRole, ViewState>();
  readonly #drafts = new Map<string, BegunDraft>();
  readonly #lastChanges = new Map<string, LastChange>();

  /** Follows the floor. */
  hear(changes: readonly FloorChange[]): void {
    for (const change of changes) {
      if (change.type === 'sessionChanged') this.#sessionChanged(change.session);
      else if (change.type === 'chatRemoved') this.#forgetChat(change.chatId);
    }
  }

  /** Returns the number of this change and that of the draft. Numbers only grow, whoever is signed in. */
  keepDraft(draft: Draft, windowId: number): { readonly revision: number; readonly draft: number | null } {
    this.#changed(draft, windowId);
    return { revision: this.#revision, draft: this.#isSignedIn ? this.#putDraft(draft) : null };
  }

  /** Takes a text out of its field; the window that asks must have seen its last change, or have made it. */
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

  /** Whether this draft was never sent before; from now on it was. */
  beginSend(number: number): boolean {
    const begun = this.#numbered(number);
    if (begun === undefined || begun.isSendBegun) return false;
    begun.isSendBegun = true;
    return true;
  }

  /** Returns what the draft of this number was begun for; `null` if there is none. */
  begunFor(number: number): DraftPlace | null {
    return this.#numbered(number)?.draft ?? null;
  }

  /** The server took the text, so it is no draft any more. Returns the change for the windows; `null` if there is none. */
  sent(number: number): DraftRevision | null {
    const begun = this.#numbered(number);
    if (begun === undefined) return null;
    const draft = { ...begun.draft, text: '' };
    return { draft, revision: this.keepDraft(draft, nobody).revision };
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
    if (this.#lastChanges.size > mostChanged && oldest !== undefined) this.#lastChanges.delete(oldest);
  }

  #putDraft(draft: Draft, begunAs: number = this.#revision): number | null {
    const key = keyOf(draft);
    const { number, isSendBegun } = this.#drafts.get(key) ?? { number: begunAs, isSendBegun: false };
    this.#drafts.delete(key);
    if (draft.text === '') return null;
    this.#drafts.set(key, { number, draft, isSendBegun });
    const [oldest] = this.#drafts.keys();
    if (this.#drafts.size > mostDrafts && oldest !== undefined) this.#drafts.delete(oldest);
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

/** What the other windows are told of a text that left its field. */
export function changesOf({ draft }: DraftSendOut, { revision, stands }: SentOutDraft): readonly DraftRevision[] {
  if (stands !== null) return [];
  return [
    { draft: { ...draft, sentAs: null, text: '' }, revision },
    { draft, revision },
  ];
}

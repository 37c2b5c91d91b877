import type { FloorChange, KeptDraft, KeptWork, SessionState, WindowView } from '../../preload/contract';
import { ownerOf } from './owner';

/** The window that shows everything, or the one that shows the wall alone. */
export type WindowRole = 'main' | 'wall';

const mostDrafts = 200;
const nothing: KeptWork = { drafts: [], view: null };

/**
 * What outlives a window: texts typed and not sent, which are the same in all windows, and where somebody was in each of them.
 *
 * 1. The window tells every change; the last one holds, and its number says which that is. A window that is loaded again asks for
 *    all of it.
 * 2. It lives in memory only. A draft is customer conversation: it is never on disk and never in the log.
 * 3. It belongs to one supervisor at one server. Signing out takes it away; a session that ended by itself does not, but only the
 *    same supervisor finds it again.
 * 4. A chat that is taken off the list takes its drafts along. When there are too many, the one untouched for longest goes.
 */
export class WorkKeeper {
  #owner: string | null = null;
  #isSignedIn = false;
  #revision = 0;
  readonly #views = new Map<WindowRole, WindowView>();
  readonly #drafts = new Map<string, KeptDraft>();

  /** Follows the floor. */
  hear(changes: readonly FloorChange[]): void {
    for (const change of changes) {
      if (change.type === 'sessionChanged') this.#sessionChanged(change.session);
      else if (change.type === 'chatRemoved') this.#forgetChat(change.chatId);
    }
  }

  /** Returns the number of this change. Numbers only grow, whoever is signed in. */
  keepDraft(draft: KeptDraft): number {
    this.#revision += 1;
    if (this.#isSignedIn) this.#putDraft(draft);
    return this.#revision;
  }

  keepView(view: WindowView, role: WindowRole): void {
    if (this.#isSignedIn) this.#views.set(role, view);
  }

  recall(role: WindowRole): KeptWork {
    if (!this.#isSignedIn) return nothing;
    return { drafts: [...this.#drafts.values()], view: this.#views.get(role) ?? null };
  }

  #putDraft(draft: KeptDraft): void {
    const key = JSON.stringify([draft.chatId, draft.mode, draft.audience]);
    this.#drafts.delete(key);
    if (draft.text === '') return;
    this.#drafts.set(key, draft);
    const [oldest] = this.#drafts.keys();
    if (this.#drafts.size > mostDrafts && oldest !== undefined) this.#drafts.delete(oldest);
  }

  #sessionChanged(session: SessionState): void {
    this.#isSignedIn = session.phase === 'signedIn';
    const owner = session.phase === 'signedIn' ? ownerOf(session.who) : null;
    const isAnother = owner !== null && owner !== this.#owner;
    if (isAnother || session.phase === 'signingOut') {
      this.#drafts.clear();
      this.#views.clear();
      this.#owner = owner;
    }
  }

  #forgetChat(chatId: string): void {
    for (const [key, draft] of this.#drafts) if (draft.chatId === chatId) this.#drafts.delete(key);
  }
}

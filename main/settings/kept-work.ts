import type { FloorChange, KeptDraft, KeptWork, SessionState, WindowView } from '../../preload/contract';
import { ownerOf } from './owner';

const mostDrafts = 200;
const nothing: KeptWork = { drafts: [], view: null };

/**
 * What outlives a window: texts typed and not sent, and where somebody was.
 *
 * 1. The window tells every change; the last one holds. A window that is loaded again asks for all of it.
 * 2. It lives in memory only. A draft is customer conversation: it is never on disk and never in the log.
 * 3. It belongs to one supervisor at one server. Signing out takes it away; a session that ended by itself does not, but only the
 *    same supervisor finds it again.
 * 4. A chat that is taken off the list takes its drafts along. When there are too many, the one untouched for longest goes.
 */
export class WorkKeeper {
  #owner: string | null = null;
  #isSignedIn = false;
  #view: WindowView | null = null;
  readonly #drafts = new Map<string, KeptDraft>();

  /** Follows the floor. */
  hear(changes: readonly FloorChange[]): void {
    for (const change of changes) {
      if (change.type === 'sessionChanged') this.#sessionChanged(change.session);
      else if (change.type === 'chatRemoved') this.#forgetChat(change.chatId);
    }
  }

  keepDraft(draft: KeptDraft): void {
    if (!this.#isSignedIn) return;
    const key = JSON.stringify([draft.chatId, draft.mode, draft.audience]);
    this.#drafts.delete(key);
    if (draft.text === '') return;
    this.#drafts.set(key, draft);
    const [oldest] = this.#drafts.keys();
    if (this.#drafts.size > mostDrafts && oldest !== undefined) this.#drafts.delete(oldest);
  }

  keepView(view: WindowView): void {
    if (this.#isSignedIn) this.#view = view;
  }

  recall(): KeptWork {
    return this.#isSignedIn ? { drafts: [...this.#drafts.values()], view: this.#view } : nothing;
  }

  #sessionChanged(session: SessionState): void {
    this.#isSignedIn = session.phase === 'signedIn';
    const owner = session.phase === 'signedIn' ? ownerOf(session.who) : null;
    const isAnother = owner !== null && owner !== this.#owner;
    if (isAnother || session.phase === 'signingOut') {
      this.#drafts.clear();
      this.#view = null;
      this.#owner = owner;
    }
  }

  #forgetChat(chatId: string): void {
    for (const [key, draft] of this.#drafts) if (draft.chatId === chatId) this.#drafts.delete(key);
  }
}

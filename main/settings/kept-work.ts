import type {
  DraftPlace,
  FloorChange,
  KeptDraft,
  KeptWork,
  NumberedDraft,
  SessionState,
  WindowView,
} from '../../preload/contract';
import { ownerOf } from './owner';

/** The window that shows everything, or the one that shows the wall alone. */
export type WindowRole = 'main' | 'wall';

const mostDrafts = 200;
const nothing: KeptWork = { drafts: [], view: null };

interface BegunDraft {
  readonly number: number;
  readonly draft: KeptDraft;
}

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
 *    knows by itself whom the text was begun for.
 */
export class WorkKeeper {
  #owner: string | null = null;
  #isSignedIn = false;
  #revision = 0;
  readonly #views = new Map<WindowRole, WindowView>();
  readonly #drafts = new Map<string, BegunDraft>();

  /** Follows the floor. */
  hear(changes: readonly FloorChange[]): void {
    for (const change of changes) {
      if (change.type === 'sessionChanged') this.#sessionChanged(change.session);
      else if (change.type === 'chatRemoved') this.#forgetChat(change.chatId);
    }
  }

  /** Returns the number of this change and that of the draft. Numbers only grow, whoever is signed in. */
  keepDraft(draft: KeptDraft): { readonly revision: number; readonly draft: number | null } {
    this.#revision += 1;
    return { revision: this.#revision, draft: this.#isSignedIn ? this.#putDraft(draft) : null };
  }

  /** Returns what the draft of this number was begun for; `null` if there is none. */
  begunFor(number: number): DraftPlace | null {
    return this.#numbered(number)?.draft ?? null;
  }

  /** The server took the text, so it is no draft any more. Returns the change for the windows; `null` if there is none. */
  sent(number: number): NumberedDraft | null {
    const begun = this.#numbered(number);
    if (begun === undefined) return null;
    const draft = { ...begun.draft, text: '' };
    return { draft, revision: this.keepDraft(draft).revision };
  }

  keepView(view: WindowView, role: WindowRole): void {
    if (this.#isSignedIn) this.#views.set(role, view);
  }

  recall(role: WindowRole): KeptWork {
    if (!this.#isSignedIn) return nothing;
    return { drafts: [...this.#drafts.values()].map(({ draft }) => draft), view: this.#views.get(role) ?? null };
  }

  #numbered(number: number): BegunDraft | undefined {
    return [...this.#drafts.values()].find((begun) => begun.number === number);
  }

  #putDraft(draft: KeptDraft): number | null {
    const key = keyOf(draft);
    const number = this.#drafts.get(key)?.number ?? this.#revision;
    this.#drafts.delete(key);
    if (draft.text === '') return null;
    this.#drafts.set(key, { number, draft });
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
      this.#views.clear();
      this.#owner = owner;
    }
  }

  #forgetChat(chatId: string): void {
    for (const [key, { draft }] of this.#drafts) if (draft.chatId === chatId) this.#drafts.delete(key);
  }
}

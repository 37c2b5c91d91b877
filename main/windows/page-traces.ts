import type { SessionState } from '../../preload/contract';
import { ownerOf } from '../settings/owner';

/**
 * Follows whose names and texts the memory of a page may hold, and says when the page has to be loaded again to lose
 * them: when the supervisor has signed out, and when someone else signs in after a session that ended by itself. The end
 * of a session by itself is no reason, because the same supervisor usually returns to what was on the screen.
 */
export class PageTraces {
  #owner: string | null = null;
  #isSigningOut = false;

  /** Returns whether the page has to be loaded again. */
  sessionChanged(session: SessionState): boolean {
    const hasSignedOut = this.#isSigningOut && session.phase === 'signedOut';
    this.#isSigningOut = session.phase === 'signingOut';
    if (hasSignedOut) this.#owner = null;
    if (session.phase !== 'signedIn') return hasSignedOut;
    const owner = ownerOf(session.who);
    const isAnother = this.#owner !== null && this.#owner !== owner;
    this.#owner = owner;
    return isAnother;
  }
}

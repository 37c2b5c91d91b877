import type { FloorChange, SessionState } from '../../preload/contract';
import type { KeyValueStore } from './sign-in-memory';

const nameInFile = 'unfinishedShift';

/**
 * Notes on disk that a supervisor is signed in. A program that is killed, or that the end of its desktop takes along,
 * cannot sign out, and a sign-out may not reach the server: later starts find the note, until the next sign-in. The
 * practice floor ends with the program and leaves nothing behind.
 */
export class UnfinishedShift {
  readonly #file: KeyValueStore;
  readonly #wasLeft: boolean;
  #hasSignedIn = false;
  #isLeftBehind = false;

  constructor(file: KeyValueStore) {
    this.#file = file;
    this.#wasLeft = file.read(nameInFile) === true;
  }

  /** Returns whether an earlier run ended while someone was signed in, and no one has signed in since. */
  isFound(): boolean {
    return this.#wasLeft && !this.#hasSignedIn;
  }

  applyChanges(changes: readonly FloorChange[]): void {
    for (const change of changes) {
      if (change.type === 'connectionChanged') {
        this.#isLeftBehind = change.connection.reason === 'signOutNotConfirmed';
      } else if (change.type === 'sessionChanged') {
        this.#apply(change.session);
      }
    }
  }

  /** The program ends, and the server has confirmed the sign-out if there was one. */
  end(): void {
    if (this.#hasSignedIn && !this.#isLeftBehind) this.#file.remove(nameInFile);
  }

  #apply(session: SessionState): void {
    if (session.phase === 'signedOut') this.end();
    if (session.phase !== 'signedIn' || session.who.isPractice) return;
    this.#hasSignedIn = true;
    this.#file.write(nameInFile, true);
  }
}

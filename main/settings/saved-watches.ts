import { z } from 'zod';
import type { FloorChange, SavedWatch, SessionState, Settings } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import { ownerOf } from './owner';

/** Named values that survive a restart. */
export interface WatchFile {
  read(name: string): unknown;
  write(name: string, value: unknown): boolean;
  remove(name: string): boolean;
}

const nameInFile = 'watches';
/** Choosing forty agents is forty changes within a moment, and one writing. */
const gatherMs = 100;

const storedShape = z.object({
  owner: z.string(),
  /** The end was wished for: whether they are taken up again is a choice. */
  isOrderly: z.boolean().default(false),
  watches: z
    .array(
      z.object({
        agentId: z.string().min(1).max(200),
        mode: z.enum(['monitor', 'coach', 'bargeIn']),
        scope: z.enum(['nextChat', 'allChats']),
        nickname: z.string().max(128).default(''),
      }),
    )
    .max(5_000),
});

/**
 * The watches that are on, for the next sign-in.
 *
 * 1. While somebody is signed in, what is watched is on disk: ids, modes, scopes and the nickname chosen for it, under a
 *    nameless owner, nothing else.
 * 2. Signing out or quitting marks it as an orderly end (`markCleanExit`), or takes it from disk where the supervisor chose never to
 *    go on with it. Without that mark it is a rest of a life that ended badly.
 * 3. What is there at the next sign-in of the same supervisor at the same server is offered; after an orderly end only if
 *    the choice is not `never`.
 * 4. An open offer stays on disk beside what is watched meanwhile, so that a second fall loses nothing. `discardAll` ends it.
 */
export class SavedWatches {
  readonly #file: WatchFile;
  readonly #clock: Clock;
  readonly #choice: () => Settings['resumesWatches'];
  #owner: string | null = null;
  #offered: readonly SavedWatch[] = [];
  #current: readonly SavedWatch[] = [];
  #undoWriting: Disposer | null = null;

  constructor(file: WatchFile, clock: Clock, choice: () => Settings['resumesWatches']) {
    this.#file = file;
    this.#clock = clock;
    this.#choice = choice;
  }

  /** Follows the floor. */
  hear(changes: readonly FloorChange[]): void {
    for (const change of changes) {
      if (change.type === 'sessionChanged') this.#sessionChanged(change.session);
      else if (change.type === 'watchesChanged' && this.#owner !== null) {
        this.#current = change.watches.map(({ agentId, mode, scope, nickname }) => ({
          agentId,
          mode,
          scope,
          nickname,
        }));
        this.#undoWriting ??= this.#clock.after(gatherMs, () => {
          this.#write();
        });
      }
    }
  }

  /** What was on and is not on again by itself. */
  offerable(): readonly SavedWatch[] {
    return this.#offered.filter(({ agentId }) => !this.#current.some((watch) => watch.agentId === agentId));
  }

  discardAll(): void {
    this.#offered = [];
    if (this.#owner !== null) this.#write();
  }

  /** The end was wished for. */
  markCleanExit(): void {
    if (this.#owner === null) return;
    this.#write(true);
    if (this.#choice() === 'never') this.#remove();
    this.#standStill();
  }

  #sessionChanged(session: SessionState): void {
    if (session.phase === 'signedIn') {
      this.#standStill();
      this.#owner = ownerOf(session.who);
      const stored = storedShape.safeParse(this.#file.read(nameInFile));
      const isOwn = stored.success && stored.data.owner === this.#owner;
      this.#offered = isOwn && !(stored.data.isOrderly && this.#choice() === 'never') ? stored.data.watches : [];
    } else if (session.phase === 'signingOut') {
      this.markCleanExit();
    } else if (session.phase === 'signedOut') {
      // Not wished for: the session ended by itself, and what is on disk stays for the next one.
      if (this.#undoWriting !== null) this.#write();
      this.#standStill();
    }
  }

  #standStill(): void {
    this.#undoWriting?.();
    this.#undoWriting = null;
    this.#owner = null;
    this.#offered = [];
    this.#current = [];
  }

  #write(isOrderly = false): void {
    this.#undoWriting?.();
    this.#undoWriting = null;
    const watches = [...this.offerable(), ...this.#current];
    if (watches.length > 0) this.#file.write(nameInFile, { owner: this.#owner, isOrderly, watches });
    else this.#remove();
  }

  #remove(): void {
    if (this.#file.read(nameInFile) !== undefined) this.#file.remove(nameInFile);
  }
}

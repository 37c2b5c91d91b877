import { z } from 'zod';
import type { FloorChange, OfferedWatch, SessionState } from '../../preload/contract';
import type { Clock, Undo } from '../base/clock';
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
  watches: z
    .array(
      z.object({
        agentId: z.string().min(1).max(200),
        mode: z.enum(['monitor', 'coach', 'bargeIn']),
        scope: z.enum(['nextChat', 'allChats']),
      }),
    )
    .max(5_000),
});

/**
 * The watches that are on, for the case that the program ends without being asked to.
 *
 * 1. While somebody is signed in, what is watched is on disk: ids, modes and scopes under a nameless owner, nothing else.
 * 2. Signing out or quitting takes it from disk (`forget`). What is still there at the next sign-in of the same supervisor at
 *    the same server is therefore a rest of a life that ended badly, and is offered.
 * 3. An open offer stays on disk beside what is watched meanwhile, so that a second fall loses nothing. `closeOffer` ends it.
 */
export class WatchKeeper {
  readonly #file: WatchFile;
  readonly #clock: Clock;
  #owner: string | null = null;
  #offered: readonly OfferedWatch[] = [];
  #current: readonly OfferedWatch[] = [];
  #undoWriting: Undo | null = null;

  constructor(file: WatchFile, clock: Clock) {
    this.#file = file;
    this.#clock = clock;
  }

  /** Follows the floor. */
  hear(changes: readonly FloorChange[]): void {
    for (const change of changes) {
      if (change.type === 'sessionChanged') this.#sessionChanged(change.session);
      else if (change.type === 'watchesChanged' && this.#owner !== null) {
        this.#current = change.watches.map(({ agentId, mode, scope }) => ({ agentId, mode, scope }));
        this.#undoWriting ??= this.#clock.after(gatherMs, () => {
          this.#write();
        });
      }
    }
  }

  /** What was on and is not on again by itself. */
  offered(): readonly OfferedWatch[] {
    return this.#offered.filter(({ agentId }) => !this.#current.some((watch) => watch.agentId === agentId));
  }

  closeOffer(): void {
    this.#offered = [];
    if (this.#owner !== null) this.#write();
  }

  /** The end was wished for: there is nothing to go on with. */
  forget(): void {
    const hadOwner = this.#owner !== null;
    this.#standStill();
    if (hadOwner && this.#file.read(nameInFile) !== undefined) this.#file.remove(nameInFile);
  }

  #sessionChanged(session: SessionState): void {
    if (session.phase === 'signedIn') {
      this.#standStill();
      this.#owner = ownerOf(session.who);
      const stored = storedShape.safeParse(this.#file.read(nameInFile));
      this.#offered = stored.success && stored.data.owner === this.#owner ? stored.data.watches : [];
    } else if (session.phase === 'signingOut') {
      this.forget();
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

  #write(): void {
    this.#undoWriting?.();
    this.#undoWriting = null;
    const watches = [...this.offered(), ...this.#current];
    if (watches.length > 0) this.#file.write(nameInFile, { owner: this.#owner, watches });
    else if (this.#file.read(nameInFile) !== undefined) this.#file.remove(nameInFile);
  }
}

import { z } from 'zod';
import type { FloorChange, SavedWatch, SessionState, Settings } from '../../preload/contract';
import type { Clock, Disposer } from '../base/clock';
import { ownerOf } from './owner';
import { recordOf } from '../base/record';

/** Named values that survive a restart. */
export interface WatchFile {
  read(name: string): unknown;
  write(name: string, value: unknown): boolean;
  remove(name: string): boolean;
}

const nameInFile = 'watches';
/** Those of supervisors and servers other than the last, by owner; an earlier version does not know them. */
const nameOfOthers = 'otherWatches';
const maxOwners = 20;
/** Milliseconds. Watching forty agents causes forty changes within a moment, but one write. */
const batchMs = 100;

const storedShape = z.object({
  owner: z.string(),
  /** True after a sign-out or quit; then the setting decides whether to resume the watches. */
  isOrderly: z.boolean().default(false),
  watches: z.array(z.unknown()).max(5_000),
});
const watchShape = z.object({
  agentId: z.string().min(1).max(200),
  mode: z.enum(['monitor', 'coach', 'bargeIn']),
  scope: z.enum(['nextChat', 'allChats']),
  nickname: z.string().max(128).default(''),
});

/**
 * Stores the active watches for the next sign-in.
 *
 * 1. While signed in, the watches are on disk under an anonymous owner: ids, modes, scopes and the nickname, nothing
 *    else.
 * 2. Signing out or quitting marks them as cleanly ended (`markCleanExit`), or deletes them if the supervisor chose
 *    never to resume. Without the mark they come from a crash.
 * 3. The next sign-in of the same supervisor at the same server offers them; after a clean exit only if the setting is
 *    not `never`.
 * 4. A sign-in at another server, or of another supervisor, puts them aside until the same one signs in again.
 * 5. A watch that this version cannot read, such as one of a newer version, stays on disk as long as the offer.
 * 6. An open offer stays on disk with the new watches, so that a second crash loses nothing. `discardAll` ends it.
 */
export class SavedWatches {
  readonly #file: WatchFile;
  readonly #clock: Clock;
  readonly #choice: () => Settings['resumesWatches'];
  #owner: string | null = null;
  #offered: readonly SavedWatch[] = [];
  #unreadable: readonly unknown[] = [];
  #current: readonly SavedWatch[] = [];
  #disposeWriting: Disposer | null = null;

  constructor(file: WatchFile, clock: Clock, choice: () => Settings['resumesWatches']) {
    this.#file = file;
    this.#clock = clock;
    this.#choice = choice;
  }

  /** Applies floor changes. */
  applyChanges(changes: readonly FloorChange[]): void {
    for (const change of changes) {
      if (change.type === 'sessionChanged') this.#sessionChanged(change.session);
      else if (change.type === 'watchesChanged' && this.#owner !== null) {
        this.#current = change.watches.map(({ agentId, mode, scope, nickname }) => ({
          agentId,
          mode,
          scope,
          nickname,
        }));
        this.#disposeWriting ??= this.#clock.after(batchMs, () => {
          this.#write();
        });
      }
    }
  }

  /** Returns the saved watches that are not active again. */
  offerable(): readonly SavedWatch[] {
    return this.#offered.filter(({ agentId }) => !this.#current.some((watch) => watch.agentId === agentId));
  }

  discardAll(): void {
    this.#offered = [];
    this.#unreadable = [];
    if (this.#owner !== null) this.#write();
  }

  /** Marks a clean exit. */
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
      const stored = storedShape.safeParse(this.#storedOf(this.#owner));
      const isOwn = stored.success && stored.data.owner === this.#owner;
      const watches = isOwn && !(stored.data.isOrderly && this.#choice() === 'never') ? stored.data.watches : [];
      const read = watches.map((watch) => ({ watch, parsed: watchShape.safeParse(watch) }));
      this.#offered = read.flatMap(({ parsed }) => (parsed.success ? [parsed.data] : []));
      this.#unreadable = read.flatMap(({ watch, parsed }) => (parsed.success ? [] : [watch]));
    } else if (session.phase === 'signingOut') {
      this.markCleanExit();
    } else if (session.phase === 'signedOut') {
      // The session ended without the user, so the stored watches stay for the next one.
      if (this.#disposeWriting !== null) this.#write();
      this.#standStill();
    }
  }

  /** Returns what is stored for this owner, after putting aside what is stored for another one. */
  #storedOf(owner: string): unknown {
    const last = this.#file.read(nameInFile);
    const parsed = storedShape.safeParse(last);
    if (!parsed.success || parsed.data.owner === owner) return last;
    const { [owner]: own, ...others } = recordOf(this.#file.read(nameOfOthers));
    const kept = Object.entries({ ...others, [parsed.data.owner]: last }).slice(-maxOwners);
    this.#file.write(nameOfOthers, Object.fromEntries(kept));
    if (own === undefined) this.#file.remove(nameInFile);
    else this.#file.write(nameInFile, own);
    return own;
  }

  #standStill(): void {
    this.#disposeWriting?.();
    this.#disposeWriting = null;
    this.#owner = null;
    this.#offered = [];
    this.#unreadable = [];
    this.#current = [];
  }

  #write(isOrderly = false): void {
    this.#disposeWriting?.();
    this.#disposeWriting = null;
    const watches = [...this.offerable(), ...this.#current, ...this.#unreadable];
    if (watches.length > 0) this.#file.write(nameInFile, { owner: this.#owner, isOrderly, watches });
    else this.#remove();
  }

  #remove(): void {
    if (this.#file.read(nameInFile) !== undefined) this.#file.remove(nameInFile);
  }
}

import type { CommandReply, DraftSendOut, Draft, DraftRevision, Result, SentOutDraft } from '../../preload/contract';

export interface DraftNewsOptions {
  readonly keep: (draft: Draft) => Promise<Result<CommandReply<'drafts.save'>>>;
  readonly sendOut: (request: DraftSendOut) => Promise<Result<SentOutDraft>>;
  /** Shows the text from another window. */
  readonly show: (draft: Draft) => void;
}

interface Known {
  /** The number of the latest revision on the screen. */
  revision: number;
  /** The number of own changes that main has not confirmed yet. */
  underWay: number;
  /** The latest revision from another window, held back meanwhile. */
  held: DraftRevision | null;
}

/**
 * Keeps one draft equal in all windows. Each change goes to main, which numbers and broadcasts it; the highest number
 * wins. While an own change is unconfirmed, revisions from other windows wait: applied at once, they could delete newer
 * letters under the cursor.
 */
export function createDraftSync({ keep, sendOut, show }: DraftNewsOptions) {
  const known = new Map<string, Known>();
  /** The number of the latest change contained in the drafts restored from main. */
  let recalled = 0;

  function of(key: string): Known {
    const one = known.get(key) ?? { revision: recalled, underWay: 0, held: null };
    known.set(key, one);
    return one;
  }

  function showNewer(one: Known, update: DraftRevision): void {
    if (update.revision <= one.revision) return;
    one.revision = update.revision;
    show(update.draft);
  }

  /**
   * Publishes a local change; other revisions wait until its number is known. Returns the number of the draft, or
   * `null` if main has stored none.
   */
  async function publish(key: string, draft: Draft): Promise<number | null> {
    // If the key was forgotten meanwhile, the response does not apply to what is typed under it now.
    const one = of(key);
    one.underWay += 1;
    const result = await keep(draft);
    answered(key, one, result.ok ? result.value.revision : null);
    return result.ok ? result.value.draft : null;
  }

  /** Moves a text from the field `from` to the place `to`. */
  async function takeOut(from: string, to: string, draft: Draft): Promise<SentOutDraft | null> {
    const [field, way] = [of(from), of(to)];
    const basedOn = field.revision;
    field.underWay += 1;
    way.underWay += 1;
    const result = await sendOut({ draft, basedOn });
    const revision = result.ok ? result.value.revision : null;
    const stands = result.ok ? result.value.stands : null;
    // The local text is newer.
    if (stands !== null && known.get(from) === field && field.underWay === 1) show(stands);
    answered(from, field, revision);
    answered(to, way, revision);
    return result.ok ? result.value : null;
  }

  function answered(key: string, one: Known, revision: number | null): void {
    if (known.get(key) !== one) return;
    one.underWay -= 1;
    if (revision !== null) one.revision = Math.max(one.revision, revision);
    if (one.underWay > 0 || one.held === null) return;
    const { held } = one;
    one.held = null;
    showNewer(one, held);
  }

  function applyRemote(key: string, update: DraftRevision): void {
    const one = of(key);
    if (one.underWay === 0) showNewer(one, update);
    else if (one.held === null || update.revision > one.held.revision) one.held = update;
  }

  /** Whether anything was typed or received here. */
  function isKnown(key: string): boolean {
    return known.has(key);
  }

  /** Applies main's draft where this window has none, with all changes up to its revision. */
  function recall(revision: number): void {
    recalled = revision;
  }

  function forget(): void {
    known.clear();
  }

  return { publish, takeOut, recall, applyRemote, isKnown, forget };
}

import type { CommandReply, DraftSendOut, Draft, DraftRevision, Result, SentOutDraft } from '../../preload/contract';

export interface DraftNewsOptions {
  readonly keep: (draft: Draft) => Promise<Result<CommandReply<'drafts.save'>>>;
  readonly sendOut: (request: DraftSendOut) => Promise<Result<SentOutDraft>>;
  /** Puts what another window typed in place. */
  readonly show: (draft: Draft) => void;
}

interface Known {
  /** The number of the last change that is on the screen. */
  revision: number;
  /** Own changes main has not answered yet. */
  underWay: number;
  /** What another window typed meanwhile. */
  held: DraftRevision | null;
}

/**
 * One unsent text for all windows. Each change is told to main, which numbers it and tells the others; the highest number is the
 * text, whoever typed it. While an own change is on its way, what comes from elsewhere waits for its number: shown
 * before, it could take letters from under the hand that are newer than it.
 */
export function createDraftSync({ keep, sendOut, show }: DraftNewsOptions) {
  const known = new Map<string, Known>();
  /** The last change of the texts that were taken over from main. */
  let recalled = 0;

  function of(key: string): Known {
    const one = known.get(key) ?? { revision: recalled, underWay: 0, held: null };
    known.set(key, one);
    return one;
  }

  function showNewer(one: Known, news: DraftRevision): void {
    if (news.revision <= one.revision) return;
    one.revision = news.revision;
    show(news.draft);
  }

  /** Tells a change made here; until its number is known nothing overtakes it. Returns the number of the draft; `null` if main keeps none. */
  async function tell(key: string, draft: Draft): Promise<number | null> {
    // Forgotten meanwhile, the answer is nothing to whatever is typed under this key since.
    const one = of(key);
    one.underWay += 1;
    const result = await keep(draft);
    answered(key, one, result.ok ? result.value.revision : null);
    return result.ok ? result.value.draft : null;
  }

  /** A text leaves the field `from` for the place `to`. */
  async function takeOut(from: string, to: string, draft: Draft): Promise<SentOutDraft | null> {
    const [field, way] = [of(from), of(to)];
    const basedOn = field.revision;
    field.underWay += 1;
    way.underWay += 1;
    const result = await sendOut({ draft, basedOn });
    const revision = result.ok ? result.value.revision : null;
    const stands = result.ok ? result.value.stands : null;
    // What was typed here since is newer.
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

  function hear(key: string, news: DraftRevision): void {
    const one = of(key);
    if (one.underWay === 0) showNewer(one, news);
    else if (one.held === null || news.revision > one.held.revision) one.held = news;
  }

  /** Whether anything was typed or told here. */
  function isKnown(key: string): boolean {
    return known.has(key);
  }

  /** What is shown and not known here is main's, with all changes up to this one. */
  function recall(revision: number): void {
    recalled = revision;
  }

  function forget(): void {
    known.clear();
  }

  return { tell, takeOut, recall, hear, isKnown, forget };
}

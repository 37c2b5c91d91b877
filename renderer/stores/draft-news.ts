import type { CommandReply, KeptDraft, NumberedDraft, Result } from '../../preload/contract';

export interface DraftNewsOptions {
  readonly keep: (draft: KeptDraft) => Promise<Result<CommandReply<'drafts.keep'>>>;
  /** Puts what another window typed in place. */
  readonly show: (draft: KeptDraft) => void;
}

interface Known {
  /** The number of the last change that is on the screen. */
  revision: number;
  /** Own changes main has not answered yet. */
  underWay: number;
  /** What another window typed meanwhile. */
  held: NumberedDraft | null;
}

/**
 * One unsent text for all windows. Each change is told to main, which numbers it and tells the others; the highest number is the
 * text, whoever typed it. While an own change is on its way, what comes from elsewhere waits for its number: shown
 * before, it could take letters from under the hand that are newer than it.
 */
export function createDraftNews({ keep, show }: DraftNewsOptions) {
  const known = new Map<string, Known>();

  function of(key: string): Known {
    const one = known.get(key) ?? { revision: 0, underWay: 0, held: null };
    known.set(key, one);
    return one;
  }

  function showNewer(one: Known, news: NumberedDraft): void {
    if (news.revision <= one.revision) return;
    one.revision = news.revision;
    show(news.draft);
  }

  /** Tells a change made here; until its number is known nothing overtakes it. Returns the number of the draft; `null` if main keeps none. */
  async function tell(key: string, draft: KeptDraft): Promise<number | null> {
    // Forgotten meanwhile, the answer is nothing to whatever is typed under this key since.
    const one = of(key);
    one.underWay += 1;
    const result = await keep(draft);
    const number = result.ok ? result.value.draft : null;
    if (known.get(key) !== one) return number;
    one.underWay -= 1;
    if (result.ok) one.revision = Math.max(one.revision, result.value.revision);
    if (one.underWay > 0 || one.held === null) return number;
    const { held } = one;
    one.held = null;
    showNewer(one, held);
    return number;
  }

  function hear(key: string, news: NumberedDraft): void {
    const one = of(key);
    if (one.underWay === 0) showNewer(one, news);
    else if (one.held === null || news.revision > one.held.revision) one.held = news;
  }

  /** Whether anything was typed or told here. */
  function isKnown(key: string): boolean {
    return known.has(key);
  }

  function forget(): void {
    known.clear();
  }

  return { tell, hear, isKnown, forget };
}

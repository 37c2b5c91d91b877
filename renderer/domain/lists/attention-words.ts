import type { AttentionReason } from '../../../preload/contract';
import { lookOfName } from '../../../preload/contract/names/name-look';
import { formatElapsed } from '../text/formatting';
import { isolateBidi } from '../text/invisible-characters';

/** The text of a reason as locale keys and their values. */
export interface ReasonLabel {
  /** `attention.chip.<rule>` and `attention.sentence.<rule>`. */
  readonly rule: AttentionReason['rule'];
  readonly values: { readonly time: string; readonly n: number; readonly words: string };
}

/** `knownUntil` is the server time up to which the floor is known; no waiting time runs past it. */
export function reasonLabel({ rule, since, count, words }: AttentionReason, knownUntil: number): ReasonLabel {
  return {
    rule,
    values: { time: formatElapsed(since === null ? 0 : knownUntil - since), n: count ?? 0, words: quotable(words) },
  };
}

/** A quotation from the customer on one line, without characters that would end it or change its direction. */
function quotable(words: string | null): string {
  return isolateBidi(lookOfName({ kind: 'other', name: words }, []).text);
}

/** Only the first reason of a row is red, and only if it is hot: one alarm per row. */
export function severityTone(reason: AttentionReason, place: number): 'hot' | 'warm' {
  return place === 0 ? reason.severity : 'warm';
}

import type { AttentionReason } from '../../preload/contract';
import { lookOfName } from '../../preload/contract/names/name-look';
import { formatElapsed } from './formatting';
import { isolateBidi } from './invisible-characters';

/** What a reason is put into words with: keys of the catalogue and the values they take. */
export interface ReasonLabel {
  /** `attention.chip.<rule>` and `attention.sentence.<rule>`. */
  readonly rule: AttentionReason['rule'];
  readonly values: { readonly time: string; readonly n: number; readonly words: string };
}

/** `knownUntil` is the moment up to which the floor is known: clocks of a floor that is not live stand still. */
export function reasonLabel({ rule, since, count, words }: AttentionReason, knownUntil: number): ReasonLabel {
  return {
    rule,
    values: { time: formatElapsed(since === null ? 0 : knownUntil - since), n: count ?? 0, words: quotable(words) },
  };
}

/** What a customer said, on one line and without marks that would end our quotation or turn its direction. */
function quotable(words: string | null): string {
  return isolateBidi(lookOfName({ kind: 'other', name: words }, []).text);
}

/** Only the first reason of a row is red, and only if it is hot: one alarm a row. */
export function severityTone(reason: AttentionReason, place: number): 'hot' | 'warm' {
  return place === 0 ? reason.severity : 'warm';
}

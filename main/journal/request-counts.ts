import { z } from 'zod';
import type { NoticedBy, RequestCounts } from '../../preload/contract';

export const noticedSchema = z.enum(['noOne', 'agents', 'everyone', 'unknown']);

/** Counts requests by who could have noticed them. */
export function countsOf(requests: readonly { readonly noticedBy: NoticedBy }[]): RequestCounts {
  const of = (wanted: NoticedBy): number => requests.filter(({ noticedBy: by }) => by === wanted).length;
  return { noOne: of('noOne'), agents: of('agents'), everyone: of('everyone'), unknown: of('unknown') };
}

/** What a record says; a value that this version does not know counts as unknown. */
export function noticedBy(value: unknown): NoticedBy {
  const parsed = noticedSchema.safeParse(value);
  return parsed.success ? parsed.data : 'unknown';
}

import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { JournalEntry } from '../../preload/contract';

/** A record as it stands in the file. `prev` is the hash of the record before it. */
export interface JournalRecord extends Omit<JournalEntry, 'kind'> {
  /** Of any version: a record of a newer one is no damage. */
  readonly kind: string;
  readonly prev: string;
  /** SHA-256 of the line without this value, in hex. */
  readonly hash: string;
}

/** End of a chain: where the next record continues. */
export interface ChainLink {
  readonly seq: number;
  readonly hash: string;
}

export const chainStart: ChainLink = { seq: 0, hash: '0'.repeat(64) };

const hashShape = /^[0-9a-f]{64}$/;
const lineShape = /^(?<body>\{.*),"hash":"(?<hash>[0-9a-f]{64})"\}$/s;

const bodySchema = z.strictObject({
  seq: z.int().min(1),
  at: z.number(),
  kind: z.string().min(1).max(64),
  data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  prev: z.string().regex(hashShape),
});

/** Returns the line of the next record, without a line break, and the new end of the chain. */
export function toLine(
  { at, kind, data }: Pick<JournalRecord, 'at' | 'kind' | 'data'>,
  previous: ChainLink,
): { readonly line: string; readonly link: ChainLink } {
  const seq = previous.seq + 1;
  const body = JSON.stringify({ seq, at, kind, data, prev: previous.hash });
  const hash = hashOf(body);
  return { line: `${body.slice(0, -1)},"hash":"${hash}"}`, link: { seq, hash } };
}

/** Returns the record of a line; `null` if a single byte of it differs from what was written. */
export function readLine(line: string): JournalRecord | null {
  const { body, hash } = lineShape.exec(line)?.groups ?? {};
  if (body === undefined || hash === undefined || hashOf(`${body}}`) !== hash) return null;
  const parsed = bodySchema.safeParse(parseJson(`${body}}`));
  return parsed.success ? { ...parsed.data, hash } : null;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null; // Not a record.
  }
}

import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import type { JournalEntry, JournalPeriod } from '../../preload/contract';
import { isOfMissingRecords } from '../../preload/contract/model/journal';
import type { JournalOwner } from './journal';
import { countsOf, noticedBy, noticedSchema } from './request-counts';
import type { SigningKey } from './signing-key';

const counts = z.strictObject({ noOne: z.int(), agents: z.int(), everyone: z.int(), unknown: z.int() });

const contentSchema = z.strictObject({
  format: z.literal('sightline-silence-receipt-1'),
  issuedAt: z.number(),
  serverName: z.string().nullable(),
  supervisorId: z.string(),
  /** The chat that the receipt is about; `null` for all. */
  chatId: z.string().nullable(),
  from: z.number(),
  to: z.number(),
  /** Head of the journal when the receipt was issued: a later rewrite of the journal does not fit it. */
  journalHead: z.strictObject({ seq: z.int(), hash: z.string() }),
  counts,
  requests: z.array(
    z.strictObject({
      seq: z.int(),
      at: z.number(),
      method: z.string(),
      path: z.string(),
      operations: z.array(z.string()),
      noticedBy: noticedSchema,
      /** `sent`: it left, and no failure was recorded. `notSent`: it certainly did not reach the server. `unknown`: it failed. */
      outcome: z.enum(['sent', 'notSent', 'unknown']),
    }),
  ),
  /** The journal has records from this time on (retention removes older ones). Nothing before it is listed. */
  recordsFrom: z.number().nullable().exactOptional(),
  /** Records that the journal lost in this period; the receipt is incomplete if there are any. */
  lostRecords: z.int(),
});

const receiptSchema = contentSchema.extend({
  signature: z.strictObject({ publicKey: z.string(), fingerprint: z.string(), ed25519: z.string() }),
});

export type ReceiptContent = z.infer<typeof contentSchema>;
export type Receipt = z.infer<typeof receiptSchema>;

export interface ReceiptOptions extends JournalPeriod {
  readonly owner: JournalOwner;
  readonly chatId: string | null;
  readonly issuedAt: number;
  readonly journalHead: ReceiptContent['journalHead'];
  /** Time of the first record of the journal; `null`: not known. */
  readonly recordsFrom: number | null;
}

/**
 * Makes the silence receipt of a period from the records since its start. A receipt for one chat lists the requests that
 * name it; the others of the period name other chats or none.
 */
export function receiptOf(entries: readonly JournalEntry[], options: ReceiptOptions): ReceiptContent {
  const { owner, chatId, issuedAt, from, to, journalHead, recordsFrom } = options;
  const failed = new Map(
    entries.flatMap(({ kind, data }) =>
      kind === 'requestFailed'
        ? [[data['request'], data['outcome'] === 'notSent' ? 'notSent' : 'unknown'] as const]
        : [],
    ),
  );
  const requests = entries
    .filter(({ at, kind }) => kind === 'request' && at <= to)
    .filter(({ data }) => chatId === null || data['chat'] === chatId)
    .map(({ seq, at, data }): ReceiptContent['requests'][number] => ({
      ...{ seq, at, method: String(data['method']), path: String(data['path']) },
      operations: Array.isArray(data['operations']) ? data['operations'].map(String) : [],
      noticedBy: noticedBy(data['noticedBy']),
      outcome: failed.get(data['request'] ?? null) ?? 'sent',
    }));
  const lostRecords = entries.reduce(
    (sum, { kind, data }) => sum + (isOfMissingRecords(kind) && Number(data['from']) <= to ? Number(data['count']) : 0),
    0,
  );
  return {
    format: 'sightline-silence-receipt-1',
    ...{ issuedAt, serverName: owner.serverName, supervisorId: owner.userId, chatId, from, to, journalHead },
    counts: countsOf(requests),
    ...{ requests, recordsFrom, lostRecords },
  };
}

export function signReceipt(content: ReceiptContent, key: SigningKey): Receipt {
  const { publicKey, fingerprint } = key;
  return { ...content, signature: { publicKey, fingerprint, ed25519: key.sign(JSON.stringify(content)) } };
}

/** Returns the receipt in a text if its signature fits; otherwise what is wrong. */
export function readReceipt(
  text: string,
): { readonly receipt: Receipt } | { readonly problem: 'notAReceipt' | 'altered' } {
  const parsed = receiptSchema.safeParse(parseJson(text));
  if (!parsed.success) return { problem: 'notAReceipt' };
  const { signature, ...content } = parsed.data;
  return isSigned(content, signature) ? { receipt: parsed.data } : { problem: 'altered' };
}

function isSigned(content: ReceiptContent, { publicKey, ed25519 }: Receipt['signature']): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), type: 'spki', format: 'der' });
    return verify(null, Buffer.from(JSON.stringify(content)), key, Buffer.from(ed25519, 'base64'));
  } catch {
    return false; // No key, or not of this kind.
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

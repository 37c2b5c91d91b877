import { z } from 'zod';
import { headFile, type JournalStorage } from './journal-storage';
import type { ChainLink } from './record';

const schema = z.strictObject({ seq: z.int().min(0), hash: z.string().regex(/^[0-9a-f]{64}$/) });

/**
 * The head is the last record known to be on the disk, in a file apart from the segments: a chain alone cannot show that
 * its end was cut off. It is written after each batch, so after a crash the segments may be ahead of it, never behind.
 */
export async function readHead(storage: JournalStorage): Promise<ChainLink | null> {
  const text = await storage.read(headFile);
  if (text === null) return null;
  try {
    return schema.parse(JSON.parse(text));
  } catch {
    return null; // Damaged, which counts as missing.
  }
}

export function writeHead(storage: JournalStorage, head: ChainLink): Promise<void> {
  return storage.replace(headFile, `${JSON.stringify(head)}\n`);
}

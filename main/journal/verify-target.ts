import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { createDiskStorage } from './disk-storage';
import { readReceipt } from './receipt';
import { verificationText } from './verification-text';
import { verifyJournal, verifySegment } from './verify';

export interface TargetVerdict {
  readonly text: string;
  /** 0: nothing was altered. 1: the first bad record is named. 2: nothing could be checked. */
  readonly exitCode: 0 | 1 | 2;
}

/** Checks the folder of a journal, the file of one segment, or a receipt (.json). Never rejects. */
export async function verifyTarget(target: string): Promise<TargetVerdict> {
  try {
    const isFolder = (await stat(target)).isDirectory();
    if (!isFolder && target.endsWith('.json')) return checkReceipt(await readFile(target, 'utf8'));
    const verified = isFolder
      ? await verifyJournal(createDiskStorage(target))
      : verifySegment(path.basename(target), await readFile(target, 'utf8'));
    return { text: verificationText(verified), exitCode: verified.ok ? 0 : 1 };
  } catch (cause) {
    const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
    const detail = cause instanceof Error ? cause.message : String(cause);
    return { text: isMissing ? 'There is no such file or folder.' : `It could not be read: ${detail}`, exitCode: 2 };
  }
}

function checkReceipt(text: string): TargetVerdict {
  const read = readReceipt(text);
  if ('problem' in read) {
    return read.problem === 'altered'
      ? { text: 'The receipt was altered: its signature does not fit.', exitCode: 1 }
      : { text: 'This is no receipt.', exitCode: 2 };
  }
  const { counts, signature, requests, lostRecords, from, recordsFrom = null } = read.receipt;
  const isPartial = recordsFrom !== null && recordsFrom > from;
  return {
    text:
      `The receipt is intact: ${String(requests.length)} requests. Noticed by no one: ${String(counts.noOne)}, by agents: ` +
      `${String(counts.agents)}, by everyone: ${String(counts.everyone)}, unknown: ${String(counts.unknown)}. Lost ` +
      `records: ${String(lostRecords)}. Key: ${signature.fingerprint}.` +
      (isPartial ? ` It lists nothing before ${new Date(recordsFrom).toISOString()}: the journal begins there.` : ''),
    exitCode: 0,
  };
}

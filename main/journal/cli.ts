import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { createDiskStorage } from './disk-storage';
import { verificationText } from './verification-text';
import { readReceipt } from './receipt';
import { verifyJournal, verifySegment } from './verify';

/** `npm run journal -- verify FOLDER`: checks a whole journal, one of its segments, or a receipt. */
const usage = `npm run journal -- verify FOLDER   checks all records of a journal and its end
npm run journal -- verify FILE     checks the records of one segment, or the signature of a receipt (.json)

Exit code 0: nothing was altered. 1: the first bad record is named. 2: nothing could be checked.
`;

async function run(): Promise<number> {
  const [task, target, ...rest] = process.argv.slice(2);
  if (task !== 'verify' || target === undefined || rest.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  const isFolder = (await stat(target)).isDirectory();
  if (!isFolder && target.endsWith('.json')) return checkReceipt(await readFile(target, 'utf8'));
  const verified = isFolder
    ? await verifyJournal(createDiskStorage(target))
    : verifySegment(path.basename(target), await readFile(target, 'utf8'));
  process.stdout.write(`${verificationText(verified)}\n`);
  return verified.ok ? 0 : 1;
}

function checkReceipt(text: string): number {
  const read = readReceipt(text);
  if ('problem' in read) {
    const isAltered = read.problem === 'altered';
    process.stdout.write(
      isAltered ? 'The receipt was altered: its signature does not fit.\n' : 'This is no receipt.\n',
    );
    return isAltered ? 1 : 2;
  }
  const { counts, signature, requests, lostRecords } = read.receipt;
  process.stdout.write(
    `The receipt is intact: ${String(requests.length)} requests. Noticed by no one: ${String(counts.noOne)}, by agents: ` +
      `${String(counts.agents)}, by everyone: ${String(counts.everyone)}, unknown: ${String(counts.unknown)}. Lost ` +
      `records: ${String(lostRecords)}. Key: ${signature.fingerprint}.\n`,
  );
  return 0;
}

try {
  process.exitCode = await run();
} catch (cause) {
  const isMissing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT';
  const detail = cause instanceof Error ? cause.message : String(cause);
  process.stderr.write(isMissing ? 'There is no such file or folder.\n' : `It could not be read: ${detail}\n`);
  process.exitCode = 2;
}

import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import process from 'node:process';
import { createDiskStorage } from './disk-storage';
import { verificationText } from './verification-text';
import { verifyJournal, verifySegment } from './verify';

/** `npm run journal -- verify FOLDER`: checks a whole journal, or one of its segments. */
const usage = `npm run journal -- verify FOLDER   checks all records of a journal and its end
npm run journal -- verify FILE     checks the records of one segment

Exit code 0: nothing was altered. 1: the first bad record is named. 2: nothing could be checked.
`;

async function run(): Promise<number> {
  const [task, target, ...rest] = process.argv.slice(2);
  if (task !== 'verify' || target === undefined || rest.length > 0) {
    process.stderr.write(usage);
    return 2;
  }
  const isFolder = (await stat(target)).isDirectory();
  const verified = isFolder
    ? await verifyJournal(createDiskStorage(target))
    : verifySegment(path.basename(target), await readFile(target, 'utf8'));
  process.stdout.write(`${verificationText(verified)}\n`);
  return verified.ok ? 0 : 1;
}

try {
  process.exitCode = await run();
} catch (cause) {
  process.stderr.write(`${cause instanceof Error ? cause.message : String(cause)}\n`);
  process.exitCode = 2;
}

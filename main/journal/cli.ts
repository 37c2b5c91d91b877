import process from 'node:process';
import { verifyTarget } from './verify-target';

/** `npm run journal -- verify FOLDER`: checks a whole journal, one of its segments, or a receipt. */
const usage = `npm run journal -- verify FOLDER   checks all records of a journal and its end
npm run journal -- verify FILE     checks the records of one segment, or the signature of a receipt (.json)

Exit code 0: nothing was altered. 1: the first bad record is named. 2: nothing could be checked.
`;

const [task, target, ...rest] = process.argv.slice(2);
if (task !== 'verify' || target === undefined || rest.length > 0) {
  process.stderr.write(usage);
  process.exitCode = 2;
} else {
  const { text, exitCode } = await verifyTarget(target);
  (exitCode === 2 ? process.stderr : process.stdout).write(`${text}\n`);
  process.exitCode = exitCode;
}

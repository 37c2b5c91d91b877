/** `npm run harden -- [--seed N] [--short] [--only name,...]`: prepares, then attacks the console as an ordinary user. */
import { prepareTestPrograms } from '../prepare/test-programs.mjs';
import { runWithWindows } from '../run/run-script.mjs';

await runWithWindows('test/harden/run.ts', {
  prepareMore: () =>
    prepareTestPrograms([
      { program: 'setpriv', inPackage: 'util-linux' },
      { program: 'openbox', inPackage: 'openbox' },
      { program: 'strace', inPackage: 'strace' },
    ]),
});

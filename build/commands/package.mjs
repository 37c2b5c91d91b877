/**
 * `npm run package`: packages the application into out/package. Without arguments it builds the `dir` target, which
 * needs no download. `npm run package -- deb AppImage` builds these targets, `-- --all` all targets of this system in
 * electron-builder.yml.
 */
import { makePackage } from '../packaging/make-package.mjs';
import { prepare } from './prepare.mjs';
import { PreparationProblem, reportProblem } from '../prepare/problem.mjs';

const args = process.argv.slice(2);
const kind = args.includes('--test-build') ? 'test' : 'release';
const named = args.filter((argument) => !argument.startsWith('--'));
const targets = args.includes('--all') ? [] : named.length > 0 ? named : ['dir'];

try {
  const prepared = await prepare();
  if (!prepared.isOfficial && targets.some((target) => target !== 'dir')) {
    throw new PreparationProblem(
      `installers are made with the pinned Electron only, and this is ${prepared.electronVersion}.`,
      "run it where Electron's releases can be reached, or set ELECTRON_MIRROR; the dir target works here.",
    );
  }
  await makePackage(prepared, { kind, targets });
} catch (failure) {
  reportProblem(failure);
  process.exitCode = 1;
}

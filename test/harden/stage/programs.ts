import { cpSync, existsSync, linkSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { canBeOrdinaryUser, ordinaryUser } from '../../support/electron/ordinary-user';

const checkout = fileURLToPath(new URL('../../../', import.meta.url));
const builtApp = path.join(checkout, 'out', 'app');

/** A program that can be started as an ordinary user. */
export interface Program {
  readonly executable: string;
  /** Comes before all other arguments. */
  readonly app: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
  /** Folder of the executable; a copy that may be changed. */
  readonly folder: string;
  /** Returns what starts the same program under another name. */
  readonly renamed: (name: string) => string;
  readonly own: (folder: string) => void;
  readonly discard: () => void;
}

let packaging: Promise<string> | null = null;

/** The installed program as it is released: with its fuses, and with the refusals of an installed console. */
export async function releasedProgram(): Promise<Program> {
  packaging ??= packageOnce();
  return asOrdinaryUser(await packaging, null);
}

async function packageOnce(): Promise<string> {
  const [{ makePackage, packagedExecutable }, { prepare }] = await Promise.all([
    import('../../../build/packaging/make-package.mjs'),
    import('../../../build/commands/prepare.mjs'),
  ]);
  await makePackage(await prepare(), { kind: 'release', targets: ['dir'] });
  const executable = packagedExecutable('release');
  if (!existsSync(executable)) throw new Error(`there is no ${executable}`);
  return executable;
}

/** The control: the same code in Electron as it is published, without fuses and refusals. */
export function unprotectedProgram(): Program {
  return asOrdinaryUser(process.env['SIGHTLINE_ELECTRON'] ?? '', builtApp);
}

function asOrdinaryUser(executable: string, app: string | null): Program {
  if (process.getuid?.() !== 0) return copyFor(executable, app);
  if (!canBeOrdinaryUser) throw new Error('this system does not start programs as an ordinary user');
  const user = ordinaryUser(executable, app);
  const folder = path.join(path.dirname(user.starter), 'program');
  return {
    ...{ executable: user.starter, folder, environment: user.environment },
    own: (owned) => {
      user.own(owned);
    },
    discard: () => {
      user.discard();
    },
    app: user.app === null ? [] : [user.app],
    renamed: (name) => {
      const from = path.join(folder, path.basename(executable));
      if (path.basename(executable) === name) return user.starter;
      linkSync(from, path.join(folder, name));
      const starter = `${user.starter}-${name}`;
      writeFileSync(starter, readFileSync(user.starter, 'utf8').replaceAll(from, path.join(folder, name)), {
        mode: 0o755,
      });
      return starter;
    },
  };
}

/** For tests that run as an ordinary user themselves. */
function copyFor(executable: string, app: string | null): Program {
  const home = mkdtempSync(path.join(tmpdir(), 'sightline-user-'));
  const folder = path.join(home, 'program');
  cpSync(path.dirname(executable), folder, { recursive: true });
  const copied = path.join(folder, path.basename(executable));
  return {
    ...{ executable: copied, folder, app: app === null ? [] : [app], environment: { HOME: home } },
    own: () => undefined,
    discard: () => {
      rmSync(home, { recursive: true, force: true });
    },
    renamed: (name) => {
      if (path.basename(copied) !== name) linkSync(copied, path.join(folder, name));
      return path.join(folder, name);
    },
  };
}

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** `nobody` of Debian. */
const userId = 65534;
const asUser = ['--reuid', String(userId), '--regid', String(userId), '--clear-groups', '--'];

/**
 * Whether a test that runs as root can start the console as another user. As root, Chromium has no sandbox, so what a
 * supervisor's computer does would stay untested.
 */
export const canBeOrdinaryUser =
  process.platform === 'linux' &&
  process.getuid?.() === 0 &&
  spawnSync('setpriv', [...asUser, 'unshare', '--user', 'true']).status === 0;

/** A user without rights: a copy of the program that this user can read, and a home. */
export interface OrdinaryUser {
  /** Starts the program as the user. */
  readonly starter: string;
  /** The copy of the folder, or `null` if there is none. */
  readonly app: string | null;
  readonly environment: Readonly<Record<string, string>>;
  /** Gives a folder to the user. */
  own(folder: string): void;
  discard(): void;
}

/** `executable`: Electron or the packaged program; `app`: the built application, if it is not packaged. */
export function ordinaryUser(executable: string, app: string | null): OrdinaryUser {
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-user-'));
  chmodSync(folder, 0o755);
  const copy = (from: string, name: string): string => {
    const to = path.join(folder, name);
    // Links need no room, but do not cross file systems.
    if (spawnSync('cp', ['-al', from, to]).status !== 0) execFileSync('cp', ['-a', from, to]);
    execFileSync('chmod', ['-R', 'a+rX', to]);
    return to;
  };
  const program = path.join(copy(path.dirname(executable), 'program'), path.basename(executable));
  const starter = path.join(folder, 'start');
  writeFileSync(starter, `#!/bin/sh\nexec setpriv ${asUser.join(' ')} '${program}' "$@"\n`, { mode: 0o755 });
  const home = path.join(folder, 'home');
  mkdirSync(home);
  chownSync(home, userId, userId);
  // The bus of root's session accepts nobody else.
  const environment: Record<string, string> = { HOME: home, DBUS_SESSION_BUS_ADDRESS: 'disabled:' };
  const authority = process.env['XAUTHORITY'];
  if (authority !== undefined && existsSync(authority)) {
    const own = path.join(home, 'xauthority');
    copyFileSync(authority, own);
    chownSync(own, userId, userId);
    environment['XAUTHORITY'] = own;
  }
  return {
    starter,
    app: app === null ? null : copy(app, 'app'),
    environment,
    own: (owned) => {
      execFileSync('chown', ['-R', `${String(userId)}:${String(userId)}`, owned]);
    },
    discard: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, chownSync, copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';

/** `nobody` of Debian. */
const userId = 65534;
const asUser = ['--reuid', String(userId), '--regid', String(userId), '--clear-groups', '--'];
/** What Chromium's sandbox needs; some systems allow a namespace of users, but no right in it. */
const likeSandbox = ['unshare', '--user', '--map-root-user', '--pid', '--net', '--fork', 'true'];
/** For a console whose figures or findings a notification service would change. */
export const withoutBus = { DBUS_SESSION_BUS_ADDRESS: 'disabled:' } as const;

export const isRoot = process.platform === 'linux' && process.getuid?.() === 0;

/**
 * Whether a test that runs as root can start the console as another user. As root, Chromium has no sandbox, so what a
 * supervisor's computer does would stay untested.
 */
export const canBeOrdinaryUser = isRoot && spawnSync('setpriv', [...asUser, ...likeSandbox]).status === 0;

/** A user without rights: a copy of the program that this user can read, and a home. */
export interface OrdinaryUser {
  /** Starts the program as the user. */
  readonly starter: string;
  /** The copy of the folder, or `null` if there is none. */
  readonly app: string | null;
  readonly environment: Readonly<Record<string, string>>;
  /** Gives a folder to the user. */
  own(folder: string): void;
  /** Starts a session bus of the user, which starts what is installed here, and returns its part of the environment. */
  startBus(): Readonly<Record<string, string>>;
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
  const [home, runtime] = [path.join(folder, 'home'), path.join(folder, 'runtime')];
  for (const own of [home, runtime]) {
    mkdirSync(own, { mode: 0o700 });
    chownSync(own, userId, userId);
  }
  // The bus of root's session accepts no one else.
  const environment: Record<string, string> = { HOME: home, XDG_RUNTIME_DIR: runtime, ...withoutBus };
  const authority = process.env['XAUTHORITY'];
  if (authority !== undefined && existsSync(authority)) {
    const own = path.join(home, 'xauthority');
    copyFileSync(authority, own);
    chownSync(own, userId, userId);
    environment['XAUTHORITY'] = own;
  }
  let bus: number | null = null;
  return {
    starter,
    app: app === null ? null : copy(app, 'app'),
    environment,
    own: (owned) => {
      execFileSync('chown', ['-R', `${String(userId)}:${String(userId)}`, owned]);
    },
    startBus: () => {
      const command = ['dbus-daemon', '--session', '--fork', '--print-address=1', '--print-pid=1'];
      const env = { ...process.env, ...environment };
      const { stdout } = spawnSync('setpriv', [...asUser, ...command], { encoding: 'utf8', env });
      const [address, pid] = stdout.split('\n');
      if (address === undefined || address === '') return withoutBus;
      bus = Number(pid);
      return { DBUS_SESSION_BUS_ADDRESS: address };
    },
    discard: () => {
      if (bus !== null) process.kill(bus);
      bus = null;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const cache = fileURLToPath(new URL('../../out/cache/debian', import.meta.url));
const user = 'worker';
/** The everyday profile. */
const userFolder = `/home/${user}/.config/Sightline`;
export const drivenProfile = `/home/${user}/driven`;

/** A Debian with nothing that the console needs, except what makes it a desktop. Its display is the one of the test. Needs root. */
export class CleanRoot {
  readonly folder: string;
  /** Starts the installed console as an ordinary user. */
  readonly starter: string;

  constructor(folder: string, packages: readonly string[]) {
    this.folder = path.join(folder, 'root');
    this.starter = path.join(folder, 'start');
    mkdirSync(cache, { recursive: true });
    const options = ['--variant=minbase', `--include=${packages.join(',')}`, `--cache-dir=${cache}`];
    execFileSync('debootstrap', [...options, 'bookworm', this.folder], { stdio: ['ignore', 'ignore', 'inherit'] });
    copyFileSync('/etc/resolv.conf', path.join(this.folder, 'etc/resolv.conf'));
    const settings = 'etc/apt/apt.conf.d';
    for (const name of readdirSync(path.join('/', settings)).filter((one) => !one.startsWith('.')))
      copyFileSync(path.join('/', settings, name), path.join(this.folder, settings, name));
    this.run(`apt-get update -q && useradd --create-home ${user}`);
    const environment = [
      `HOME=/home/${user}`,
      `USER=${user}`,
      'PATH=/usr/bin:/bin',
      'DBUS_SESSION_BUS_ADDRESS=disabled:',
    ];
    const display = [`DISPLAY=${process.env['DISPLAY'] ?? ''}`, ...this.#giveDisplay()];
    const asUser = ['setpriv', '--reuid', user, '--regid', user, '--clear-groups', 'env', '-i'];
    const command = this.#inside(...asUser, ...environment, ...display, 'sightline').map((word) => `'${word}'`);
    writeFileSync(this.starter, `#!/bin/sh\nexec unshare ${command.join(' ')} "$@"\n`, { mode: 0o755 });
  }

  /** Runs a script as root, or as the user, and returns its output. */
  run(script: string, as: 'root' | 'user' = 'root'): string {
    const command = as === 'root' ? ['bash', '-c', script] : ['su', '-', user, '-c', script];
    return execFileSync('unshare', this.#inside(...command), {
      encoding: 'utf8',
      env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', HOME: '/root', DEBIAN_FRONTEND: 'noninteractive' },
    }).trim();
  }

  /** Copies a package into the root and returns its path there. */
  put(file: string): string {
    const inside = `/root/${path.basename(file)}`;
    copyFileSync(file, path.join(this.folder, inside));
    return inside;
  }

  has(file: string): boolean {
    return existsSync(path.join(this.folder, file));
  }

  read(file: string): string {
    return readFileSync(path.join(this.folder, file), 'utf8');
  }

  /** All files that have the program's name, or are settings of the system that name it; the user's own are not among them. */
  filesOfProgram(): readonly string[] {
    const named = 'find / -xdev -iname "*sightline*" -not -path "/root/*" -not -path "/proc/*"';
    const naming = 'grep -rliI sightline /etc /usr/share /var/lib --exclude-dir=lists || true';
    const lines = this.run(`${named}; ${naming}`).split('\n');
    return lines
      .filter((file) => file !== '' && ![userFolder, drivenProfile].some((own) => file.startsWith(own)))
      .sort();
  }

  /** Copies the key of the display to the user. */
  #giveDisplay(): readonly string[] {
    const key = process.env['XAUTHORITY'];
    if (key === undefined || !existsSync(key)) return [];
    const inside = `/home/${user}/display-key`;
    copyFileSync(key, path.join(this.folder, inside));
    chmodSync(path.join(this.folder, inside), 0o644);
    return [`XAUTHORITY=${inside}`];
  }

  #inside(...command: readonly string[]): string[] {
    const mounts = ['proc', 'sys', 'dev'].map((name) => `mount --rbind /${name} ${this.folder}/${name}`);
    const enter = `${mounts.join(' && ')} && exec chroot "$@"`;
    return ['--mount', 'bash', '-c', enter, 'bash', this.folder, ...command];
  }
}

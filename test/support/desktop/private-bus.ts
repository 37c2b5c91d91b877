import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { isRoot } from '../electron/ordinary-user';

/**
 * A session bus of its own that starts no service unasked: `dbus-run-session` would start dunst at the first
 * notification, so "no service" could never be tried.
 */
export class PrivateBus {
  readonly address: string;
  readonly #daemon: ChildProcess;
  readonly #folder: string;

  private constructor(daemon: ChildProcess, folder: string, address: string) {
    this.#daemon = daemon;
    this.#folder = folder;
    this.address = address;
  }

  /** `activatable` names services and the commands that the bus starts for them. */
  static async start(activatable: Readonly<Record<string, string>> = {}): Promise<PrivateBus> {
    const folder = mkdtempSync(path.join(tmpdir(), 'sightline-bus-'));
    // Consoles of a test that runs as root have another user.
    if (isRoot) chmodSync(folder, 0o711);
    for (const [name, command] of Object.entries(activatable)) {
      writeFileSync(path.join(folder, `${name}.service`), `[D-BUS Service]\nName=${name}\nExec=${command}\n`);
    }
    const config = path.join(folder, 'bus.conf');
    writeFileSync(
      config,
      `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig><type>session</type><listen>unix:dir=${folder}</listen><auth>EXTERNAL</auth>
<servicedir>${folder}</servicedir>
<policy context="default"><allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/>
<allow own="*"/><allow user="*"/></policy></busconfig>`,
    );
    const daemon = spawn('dbus-daemon', [`--config-file=${config}`, '--nofork', '--print-address=1'], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [address] = (await once(createInterface({ input: daemon.stdout }), 'line')) as [string];
    return new PrivateBus(daemon, folder, address);
  }

  pause(): void {
    this.#daemon.kill('SIGSTOP');
  }

  resume(): void {
    this.#daemon.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    const ended = once(this.#daemon, 'exit');
    this.#daemon.kill('SIGKILL');
    await ended;
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

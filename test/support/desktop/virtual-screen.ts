import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { eventually } from '../electron/eventually';
import { DesktopProgram } from './desktop-program';

const run = promisify(execFile);

/** An X server without a screen, with the tools to look at its windows and to click on them. */
export class VirtualScreen {
  readonly display: string;
  readonly #server: ChildProcess;
  #manager: DesktopProgram | null = null;

  private constructor(server: ChildProcess, display: string) {
    this.#server = server;
    this.display = display;
  }

  static async start({ width = 1600, height = 1000 } = {}): Promise<VirtualScreen> {
    const size = `${String(width)}x${String(height)}x24`;
    const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', size, '-nolisten', 'tcp', '-ac'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const [number] = (await once(createInterface({ input: server.stdio[3] as Readable }), 'line')) as [string];
    return new VirtualScreen(server, `:${number.trim()}`);
  }

  get environment(): Readonly<Record<string, string>> {
    return { DISPLAY: this.display, WAYLAND_DISPLAY: '', XAUTHORITY: '' };
  }

  /** Without a window manager no window is focused, minimised or on a workspace. */
  async manageWindows(): Promise<void> {
    this.#manager = DesktopProgram.start('openbox', ['--sm-disable'], this.environment);
    await eventually(
      'openbox manages the windows',
      () => this.tool('xprop', '-root', '_NET_SUPPORTING_WM_CHECK'),
      (seen) => seen.includes('window id'),
    );
  }

  /** Runs a tool on this screen. Returns its output, also if it failed, e.g. because nothing was found. */
  async tool(command: string, ...args: readonly string[]): Promise<string> {
    const env = { ...process.env, ...this.environment };
    const { stdout } = await run(command, args, { env, timeout: 10_000 }).catch((cause: unknown) => {
      const { stdout: printed } = cause as { stdout?: string };
      return { stdout: printed ?? '' };
    });
    return stdout;
  }

  /** Ids of the windows of a class that are mapped. */
  async windowsOf(windowClass: string): Promise<readonly string[]> {
    const found = await this.tool('xdotool', 'search', '--onlyvisible', '--class', windowClass);
    return found.split('\n').filter((line) => /^\d+$/.test(line));
  }

  /** Presses and releases a button in a window, at this distance from its upper left corner. */
  async click(windowId: string, x: number, y: number, button = 1): Promise<void> {
    await this.tool('xdotool', 'mousemove', '--window', windowId, String(x), String(y), 'click', String(button));
  }

  async photograph(file: string): Promise<void> {
    await this.tool('import', '-window', 'root', file);
  }

  async stop(): Promise<void> {
    await this.#manager?.stop();
    const ended = once(this.#server, 'exit');
    this.#server.kill('SIGKILL');
    await ended;
  }
}

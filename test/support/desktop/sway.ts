import { execFile } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { eventually } from '../electron/eventually';
import { DesktopProgram } from './desktop-program';
import { VirtualScreen } from './virtual-screen';

const run = promisify(execFile);
/** sway refuses to run as root. */
const nobody = 65_534;

interface TreeNode {
  readonly type: string;
  readonly name: string | null;
  readonly pid?: number;
  readonly focused: boolean;
  readonly visible?: boolean;
  readonly urgent: boolean;
  readonly nodes: readonly TreeNode[];
  readonly floating_nodes: readonly TreeNode[];
}

/** A window as the compositor sees it. */
export interface SwayWindow {
  readonly isVisible: boolean;
  readonly isFocused: boolean;
}

/** A Wayland compositor in a window of a virtual screen: there it has a pointer, too. */
export class Sway {
  readonly screen: VirtualScreen;
  readonly #compositor: DesktopProgram;
  readonly #folder: string;

  private constructor(screen: VirtualScreen, compositor: DesktopProgram, folder: string) {
    this.screen = screen;
    this.#compositor = compositor;
    this.#folder = folder;
  }

  static async start(busAddress: string): Promise<Sway> {
    const folder = mkdtempSync(path.join(tmpdir(), 'sightline-sway-'));
    const runtime = path.join(folder, 'runtime');
    mkdirSync(runtime, { mode: 0o700 });
    const configuration = path.join(folder, 'sway.conf');
    writeFileSync(configuration, 'output X11-1 resolution 1600x1000\nxwayland disable\nworkspace 1\n');
    const isRoot = process.getuid?.() === 0;
    if (isRoot) for (const owned of [folder, runtime]) chownSync(owned, nobody, nobody);
    chmodSync(folder, 0o755);
    const screen = await VirtualScreen.start({ width: 1620, height: 1020 });
    const environment = {
      ...{ HOME: folder, XDG_RUNTIME_DIR: runtime, DISPLAY: screen.display, DBUS_SESSION_BUS_ADDRESS: busAddress },
      ...{ WLR_BACKENDS: 'x11', WLR_RENDERER: 'pixman', WLR_X11_OUTPUTS: '1' },
    };
    const asNobody = ['--reuid', String(nobody), '--regid', String(nobody), '--clear-groups'];
    const command = ['env', '-u', 'WAYLAND_DISPLAY', 'sway', '-c', configuration];
    const compositor = isRoot
      ? DesktopProgram.start('setpriv', [...asNobody, ...command], environment)
      : DesktopProgram.start('env', command.slice(1), environment);
    const sway = new Sway(screen, compositor, folder);
    await eventually(
      'sway is there',
      () => Promise.resolve(sway.#sockets()),
      ({ wayland, ipc }) => wayland !== undefined && ipc !== undefined,
      20_000,
    ).catch(async (cause: unknown) => {
      await sway.stop();
      throw new Error(`sway did not start: ${compositor.output.slice(-400)}`, { cause });
    });
    return sway;
  }

  /** For a program that is to have its windows here. */
  get environment(): Readonly<Record<string, string>> {
    const runtime = path.join(this.#folder, 'runtime');
    return { DISPLAY: '', WAYLAND_DISPLAY: this.#sockets().wayland ?? '', XDG_RUNTIME_DIR: runtime };
  }

  async command(...words: readonly string[]): Promise<void> {
    await this.#message(...words);
  }

  /** The window of a process, as the compositor sees it; `null` if it has none. */
  async windowOf(pid: number): Promise<SwayWindow | null> {
    return (await this.windowsOf(pid))[0] ?? null;
  }

  async windowsOf(pid: number): Promise<readonly SwayWindow[]> {
    const tree = JSON.parse(await this.#message('-t', 'get_tree')) as TreeNode;
    return all(tree)
      .filter((node) => node.pid === pid)
      .map(({ visible, focused }) => ({ isVisible: visible ?? false, isFocused: focused }));
  }

  async stop(): Promise<void> {
    await this.#compositor.stop();
    await this.screen.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #sockets(): { readonly wayland: string | undefined; readonly ipc: string | undefined } {
    const names = readdirSync(path.join(this.#folder, 'runtime'));
    return {
      wayland: names.find((name) => /^wayland-\d+$/.test(name)),
      ipc: names.find((name) => name.startsWith('sway-ipc')),
    };
  }

  async #message(...words: readonly string[]): Promise<string> {
    const socket = path.join(this.#folder, 'runtime', this.#sockets().ipc ?? '');
    const { stdout } = await run('swaymsg', ['-s', socket, ...words], { timeout: 10_000 });
    return stdout;
  }
}

function all(node: TreeNode): readonly TreeNode[] {
  return [node, ...[...node.nodes, ...node.floating_nodes].flatMap(all)];
}

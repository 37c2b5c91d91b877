import type { Commands, Settings } from '../../../preload/contract';
import { eventually } from '../../support/electron/eventually';
import { launchConsole, type LaunchedConsole, type LaunchOptions } from '../../support/electron/launch';
import { WindowFromOutside } from '../../support/electron/window-from-outside';
import type { FloorProcess } from '../../support/practice/floor-process';

const stores = `document.querySelector('#app').__vue_app__.config.globalProperties.$pinia._s`;

export interface AttendOptions extends Pick<LaunchOptions, 'runsAsRootBecause'> {
  readonly floor: Pick<FloorProcess, 'url' | 'control'>;
  /** Address of the floor if something is in between. */
  readonly url?: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly profile?: string;
  readonly flags?: readonly string[];
  readonly settings?: Partial<Settings>;
}

export interface Agent {
  readonly id: string;
  readonly userName: string;
  readonly name: string;
}

/** What is in front of the supervisor. */
export interface InFront {
  /** The chat that the page shows; `null` if it shows none. */
  readonly chatId: string | null;
  readonly isVisible: boolean;
  readonly isMinimised: boolean;
  readonly isFocused: boolean;
}

/** A console in real Electron, signed in to a floor that outlives it, watching every agent in silence. */
export class AttendedConsole {
  readonly launched: LaunchedConsole;
  readonly window: WindowFromOutside;
  readonly agents: readonly Agent[];
  readonly #floor: AttendOptions['floor'];
  readonly #url: string;

  private constructor(
    launched: LaunchedConsole,
    { floor, url = floor.url }: Pick<AttendOptions, 'floor' | 'url'>,
    agents: readonly Agent[],
  ) {
    this.launched = launched;
    this.window = new WindowFromOutside(launched.app);
    this.#floor = floor;
    this.#url = url;
    this.agents = agents;
  }

  static async open(options: AttendOptions): Promise<AttendedConsole> {
    const { floor, environment, profile, flags = [], settings = {}, runsAsRootBecause } = options;
    const people = (await floor.control.people()).filter(({ isSupervisor }) => !isSupervisor);
    for (const { userName } of people) await floor.control.setPresence({ userName, presence: 'ready' });
    const launched = await launchConsole({
      ...{ environment, flags },
      ...(profile === undefined ? {} : { profile }),
      ...(runsAsRootBecause === undefined ? {} : { runsAsRootBecause }),
    });
    const console = new AttendedConsole(launched, options, people);
    try {
      await console.invoke('settings.change', settings);
      await console.#signIn();
      return console;
    } catch (cause) {
      await launched.discard();
      throw cause;
    }
  }

  /** Calls main as the page does. */
  async invoke<Name extends keyof Commands>(
    name: Name,
    request: Commands[Name]['request'],
  ): Promise<Commands[Name]['reply']> {
    const script = `window.sightline.invoke(${JSON.stringify(name)}, ${JSON.stringify(request)})`;
    const result = await this.launched.app.evaluate(async ({ BrowserWindow }, code): Promise<unknown> => {
      return BrowserWindow.getAllWindows()[0]?.webContents.executeJavaScript(code);
    }, script);
    const { ok, value, error } = result as { ok: boolean; value: Commands[Name]['reply']; error?: { code: string } };
    if (!ok) throw new Error(`${name}: ${error?.code ?? 'refused'}`);
    return value;
  }

  async watchEverybody(): Promise<void> {
    for (const { id } of this.agents) {
      const watch = { requestId: `watch ${id}`, agentId: id, mode: 'monitor', scope: 'allChats' } as const;
      await this.invoke('agents.watch', watch).catch((cause: unknown) => {
        // The console makes the watches of its last run again by itself, perhaps at this moment.
        if (!String(cause).includes('command.alreadyPending')) throw cause;
      });
    }
    await this.#hasEveryWatch();
  }

  async inFront(): Promise<InFront> {
    const script = `document.querySelector('[data-testid="transcript"]') === null ? '' : ${stores}.get('chats').selectedId`;
    const chatId = await this.window.look(script).catch(() => null);
    const state = await this.launched.app.evaluate(({ BrowserWindow }) => {
      const [window] = BrowserWindow.getAllWindows();
      return {
        isVisible: window?.isVisible() ?? false,
        isMinimised: window?.isMinimized() ?? false,
        isFocused: window?.isFocused() ?? false,
      };
    });
    return { ...state, chatId: typeof chatId === 'string' && chatId !== '' ? chatId : null };
  }

  /** Hot reasons by chat, as the page lists them. */
  async hotReasons(): Promise<ReadonlyMap<string, readonly string[]>> {
    const script = `JSON.stringify([...${stores}.get('attention').byChat.values()].map(({ chatId, reasons }) =>
      [chatId, reasons.filter(({ severity }) => severity === 'hot').map(({ rule }) => rule)]))`;
    return new Map(JSON.parse(String(await this.window.look(script))) as [string, string[]][]);
  }

  /** What the console knows of the desktop, as JSON. */
  desktop(): Promise<string> {
    return this.window.look(`JSON.stringify(${stores}.get('desktop').$state)`).then(String);
  }

  /** True while the process lives. */
  get isRunning(): boolean {
    const { exitCode, signalCode } = this.launched.app.process();
    return exitCode === null && signalCode === null;
  }

  /** Signs out and in again; the watches are made again by the setting. */
  async signInAgain(options: { readonly rememberPassword: boolean }): Promise<void> {
    await this.#signOut();
    await this.#enter(options);
    await this.#hasEveryWatch();
  }

  async close(): Promise<void> {
    await this.launched.discard();
  }

  async #signIn(): Promise<void> {
    await this.#enter({ rememberPassword: false });
    await this.watchEverybody();
  }

  /** Ends with the page that replaces the present one. */
  async #signOut(): Promise<void> {
    await this.launched.app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      const hasLoaded = new Promise<void>((resolve) => {
        contents?.once('did-finish-load', () => {
          resolve();
        });
      });
      contents?.executeJavaScript(`window.sightline.invoke('session.signOut', null)`).catch(() => undefined);
      await hasLoaded;
    });
  }

  async #enter({ rememberPassword }: { readonly rememberPassword: boolean }): Promise<void> {
    const account = { userName: 'supervisor', password: 'practice', rememberPassword, nickname: '' };
    await this.invoke('session.signIn', { kind: 'server', url: this.#url, ...account });
    await this.window.isLive();
  }

  async #hasEveryWatch(): Promise<void> {
    await eventually('every watch', this.#floor.control.watches, (watches) => watches.length >= this.agents.length);
  }
}

import { eventually } from '../../support/electron/eventually';
import type { AlertedChat } from './alerted-chats';
import type { AttendedConsole } from './attended-console';

const goToAgents = `document.querySelector('nav button[aria-label="Agents"]')?.click()`;

async function showWindow({ launched }: AttendedConsole): Promise<void> {
  await launched.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.show();
  });
}

const isBackOrStopped = `document.querySelector('[data-testid="connection"]')?.dataset.phase === 'live'
  || document.querySelector('a#open') !== null`;

async function crash({ launched }: AttendedConsole): Promise<void> {
  await launched.app.evaluate(({ BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer();
  });
}

/** What the window is like when the click comes. */
export const windowStates = {
  otherPage: async (console) => {
    await showWindow(console);
    await console.window.look(goToAgents);
  },
  otherChat: async (console, other) => {
    await showWindow(console);
    await console.window.look(`document.querySelector('nav button[aria-label="Chats"]')?.click()`);
    await console.window.look(`document.querySelector('li[data-chat="${other.chatId}"] [data-part="open"]')?.click()`);
  },
  hidden: async ({ launched }) => {
    await launched.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.hide();
    });
  },
  minimised: async (console) => {
    await console.launched.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.minimize();
    });
    // The window manager does it, some time after it was asked.
    await eventually(
      'minimised',
      () => console.inFront(),
      ({ isMinimised }) => isMinimised,
    );
  },
  crashed: crash,
  /** So often that the page is not loaded again by itself. Earlier crashes of the same minute count, too. */
  crashedOften: async (console) => {
    for (let times = 1; times < 3; times += 1) {
      await crash(console);
      await console.window.shows('the page or the fallback page', isBackOrStopped, 30_000);
    }
    await crash(console);
  },
  loading: async ({ launched }) => {
    await launched.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.webContents.reload();
    });
  },
} satisfies Record<string, (console: AttendedConsole, other: AlertedChat) => Promise<void>>;

export type WindowState = keyof typeof windowStates;

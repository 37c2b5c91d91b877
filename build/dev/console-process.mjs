import { _electron } from 'playwright-core';

/**
 * @typedef {object} ConsoleProcess the running console
 * @property {() => Promise<void>} reload loads the page of every window again
 * @property {() => Promise<void>} close ends it as its own menu would
 */

/**
 * Starts the console and opens the developer tools of its windows. They are opened from outside, through the inspector
 * that a package refuses: the console itself has no development mode that someone could switch on.
 * @param {{ electronPath: string, args: readonly string[], onExit: () => void }} options
 * @returns {Promise<ConsoleProcess>}
 */
export async function startConsole({ electronPath, args, onExit }) {
  const app = await _electron.launch({
    executablePath: electronPath,
    args: [...args],
    colorScheme: null,
    env: environmentOfConsole(),
  });
  const child = app.process();
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  app.on('close', onExit);
  await app.evaluate(({ app: own, BrowserWindow }) => {
    const open = (/** @type {import('electron').BrowserWindow} */ window) => {
      window.webContents.openDevTools({ mode: 'detach', activate: false });
    };
    BrowserWindow.getAllWindows().forEach(open);
    own.on('browser-window-created', (_event, window) => open(window));
  });
  return {
    reload: () =>
      app.evaluate(({ BrowserWindow }) => {
        for (const window of BrowserWindow.getAllWindows()) window.webContents.reload();
      }),
    close: async () => {
      app.off('close', onExit);
      await app.close();
    },
  };
}

/** Electron started with Node's own options would take itself for that Node. */
function environmentOfConsole() {
  return Object.fromEntries(
    Object.entries(process.env).flatMap(([name, value]) =>
      value === undefined || ['NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE'].includes(name) ? [] : [[name, value]],
    ),
  );
}

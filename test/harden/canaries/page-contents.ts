import type { LaunchedConsole } from '../../support/electron/launch';

/**
 * All that the page holds: its document, the values of its fields, and after a collection its whole heap. Writing the heap makes the page
 * silent for seconds, so main must not end it meanwhile.
 */
export async function contentsOf({ app, page }: Pick<LaunchedConsole, 'app' | 'page'>): Promise<Buffer> {
  await app.evaluate(({ BrowserWindow }) => {
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      webContents.forcefullyCrashRenderer = () => undefined;
      webContents.getOSProcessId = () => 0;
    }
  });
  const shown = await page.evaluate(() => {
    const values = [...document.querySelectorAll('input, textarea')].map((field) => (field as HTMLInputElement).value);
    return [document.title, document.documentElement.outerHTML, ...values].join('\n');
  });
  const client = await page.context().newCDPSession(page);
  const pieces: string[] = [shown];
  client.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => pieces.push(chunk));
  await client.send('HeapProfiler.collectGarbage');
  await client.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  await client.detach();
  return Buffer.from(pieces.join(''));
}

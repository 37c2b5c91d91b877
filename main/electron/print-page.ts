import { webContents } from 'electron/main';

/** Returns what a page would print, as PDF; its print style decides what that is. Rejects if the page is gone. */
export async function printPage(contentsId: number): Promise<Uint8Array> {
  const contents = webContents.fromId(contentsId);
  if (contents === undefined) throw new Error('a page that asks to be printed exists');
  return contents.printToPDF({ printBackground: true, preferCSSPageSize: true });
}

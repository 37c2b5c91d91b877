import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import { faultOfMarkup } from '../../attention/stage/hostile-names';
import { AttackerServer } from '../probes/attacker-server';
import { faultOfLine, faultOfLog, faultOfTable } from './faults';
import type { HostileText } from './hostile-texts';
import { lookAt } from './page-places';

const openPage = fileURLToPath(new URL('../probes/open-page', import.meta.url));

/**
 * The control: hands every text to sinks of the same kinds as the console's, without protections: `innerHTML` in a window
 * without policies, a body that a desktop reads as markup, a title, a cell and a line of a log as they come. Returns the
 * texts that had an effect or passed as someone else's words in at least one of them.
 */
export async function effectiveWithoutProtections(texts: readonly HostileText[]): Promise<ReadonlySet<HostileText>> {
  const profile = mkdtempSync(path.join(tmpdir(), 'sightline-sinks-'));
  const server = await AttackerServer.start();
  const app = await _electron.launch({
    executablePath: process.env['SIGHTLINE_ELECTRON'] ?? '',
    args: [openPage, `--user-data-dir=${profile}`, `--attacked-page=${server.page}`],
  });
  try {
    const page = await app.firstWindow();
    const live = new Set<HostileText>();
    for (const hostile of texts) {
      const { text } = hostile;
      await page.evaluate((html) => {
        document.body.innerHTML = `<div id="sink">${html}</div>`;
      }, text);
      const { texts: shown, made, ran } = await lookAt(page, '#sink');
      const isLive =
        made + ran > 0 ||
        shown.some((one) => faultOfLine(one, [hostile]) !== null) ||
        faultOfMarkup(text) !== null ||
        faultOfTable(`1,${text},2\r\n`, 3) !== null ||
        faultOfLog(`2026-11-30T12:00:00Z info ${text}\n`) !== null;
      if (isLive) live.add(hostile);
    }
    return live;
  } finally {
    await app.close();
    server.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

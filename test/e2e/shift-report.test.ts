import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { consoleForTest, practise } from '../support/electron/console-test';
import { eventually } from '../support/electron/eventually';

/** Page objects of a PDF, as Chromium writes them. */
function pagesOf(pdf: string): number {
  return pdf.match(/\/Type\s*\/Page\b/g)?.length ?? 0;
}

it('saves the shift report as a PDF with pages of its own, not the window', { timeout: 120_000 }, async () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'sightline-report-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  const file = path.join(folder, 'shift.pdf');
  const launched = await consoleForTest({ folders: [folder] });
  const { app, page } = launched;
  await practise(launched);
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, file);
  await page.keyboard.press('Control+5');
  await page.getByTestId('journal-view').locator('button').nth(1).click();
  const save = page.getByRole('button', { name: 'Save as PDF' });
  await eventually(
    'the report',
    () => save.isEnabled(),
    (isEnabled) => isEnabled,
  );
  await save.click();
  const read = (): Promise<string> =>
    Promise.resolve(statSync(file, { throwIfNoEntry: false }) ? readFileSync(file, 'latin1') : '');
  const pdf = await eventually('the file', read, (text) => text.trimEnd().endsWith('%%EOF'));
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pagesOf(pdf)).toBeGreaterThan(0);
  // The paper is A4, which the print style of the report alone asks for.
  const [, width = '', height = ''] = /\/MediaBox\s*\[\s*0\s+0\s+([\d.]+)\s+([\d.]+)\s*\]/.exec(pdf) ?? [];
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842]);
  // As the owner only can read the journal, so the report.
  expect(statSync(file).mode & 0o077).toBe(0);
});

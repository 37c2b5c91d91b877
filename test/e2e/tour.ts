import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { ConsolePage } from '../support/electron/console-page';
import { launchConsole, type LaunchedConsole } from '../support/electron/launch';
import { startDesktop } from '../support/electron/notifications';
import { shift, shiftFlags } from './shift/shift';
import type { ShiftStep } from './shift/step';

/** The tour: the shift in a real window, step by step, with a screenshot of each step in light and in dark. */

const { values } = parseArgs({
  args: process.argv.slice(2),
  options: { out: { type: 'string', default: 'out/tour' }, electron: { type: 'string' } },
  strict: false,
});
const outFolder = path.resolve(String(values.out));
if (typeof values.electron === 'string') {
  process.env['SIGHTLINE_ELECTRON'] = values.electron;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function takePictures(console: LaunchedConsole, name: string): Promise<void> {
  for (const theme of ['dark', 'light'] as const) {
    await console.chooseSystemTheme(theme);
    await console.screenshot(`${name}-${theme}`, outFolder);
  }
}

async function playStep(step: ShiftStep, number: number, stage: Parameters<ShiftStep['play']>[0]): Promise<void> {
  const startedAt = Date.now();
  say(`${String(number).padStart(2)}/${shift.length}  ${step.title}`);
  const seen = await step.play(stage);
  for (const sight of seen) {
    say(`        seen: ${sight}`);
  }
  await takePictures(stage.console, `${String(number).padStart(2, '0')}-${step.name}`);
  say(`        ${((Date.now() - startedAt) / 1000).toFixed(1)} s`);
}

async function tour(): Promise<number> {
  rmSync(outFolder, { recursive: true, force: true });
  mkdirSync(outFolder, { recursive: true });
  say(`The tour: ${shift.length} steps on the practice floor, in a real window. Pictures go to ${outFolder}\n`);
  const desktop = await startDesktop();
  const console = await launchConsole({ flags: shiftFlags, environment: desktop?.environment ?? {} });
  const stage = { console, desktop, window: new ConsolePage(console.page), memory: {} };
  try {
    for (const [index, step] of shift.entries()) {
      await playStep(step, index + 1, stage);
    }
  } catch (cause) {
    await takePictures(console, 'where-it-stopped').catch(() => undefined);
    say(`\nIt stopped here: ${cause instanceof Error ? (cause.stack ?? cause.message) : String(cause)}`);
    return 1;
  } finally {
    await console.discard();
    await desktop?.stop();
  }
  if (console.problems.length > 0) {
    say(`\nEvery step was seen, but errors were logged:\n  ${console.problems.join('\n  ')}`);
    return 1;
  }
  say(`\nAll ${shift.length} steps were seen to happen, from every side.`);
  return 0;
}

process.exitCode = await tour();

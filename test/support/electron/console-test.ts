import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { launchConsole, reportFolder, type LaunchedConsole, type LaunchOptions } from './launch';

/**
 * A console for one test: quit and its profile removed afterwards, a screenshot and the log kept if the test failed, and the
 * test fails if anything was logged as an error meanwhile that it did not expect.
 */
export async function consoleForTest(
  options: LaunchOptions & { readonly expects?: RegExp } = {},
): Promise<LaunchedConsole> {
  const launched = await launchConsole(options);
  // In one hook, since those for failures run after those for every end, when the window and its profile are gone.
  onTestFinished(async ({ task }) => {
    if (task.result?.state === 'fail') await keepEvidence(launched, task.name);
    await launched.discard();
    expect(launched.problems.filter((problem) => !(options.expects?.test(problem) ?? false))).toEqual([]);
  });
  return launched;
}

async function keepEvidence(launched: LaunchedConsole, test: string): Promise<void> {
  const name = test.replace(/[^a-z0-9]+/gi, '-').slice(0, 80);
  mkdirSync(reportFolder, { recursive: true });
  await launched.screenshot(`failed-${name}`).catch(() => undefined);
  try {
    copyFileSync(path.join(launched.profile, 'logs', 'sightline.log'), path.join(reportFolder, `failed-${name}.log`));
  } catch {
    // It failed before it wrote anything.
  }
}

/** Signs in to the practice floor as a person does and waits until the floor is live. */
export async function practise({ page }: LaunchedConsole): Promise<void> {
  await page.getByRole('button', { name: 'Start', exact: true }).click();
  await page.locator('[data-testid="connection"][data-phase="live"]').waitFor();
}

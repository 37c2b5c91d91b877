import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { reports } from './steps.mjs';
import { closingLine, sumOf } from './tally.mjs';

/**
 * @typedef {import('./tally.mjs').StepOutcome} StepOutcome
 */

/**
 * Runs every step, also after a failed one, and tells of each how it went and how long it took.
 * @param {readonly import('./steps.mjs').Step[]} steps
 * @param {import('./steps.mjs').Circumstances} circumstances
 * @returns {Promise<readonly StepOutcome[]>}
 */
export async function runSteps(steps, circumstances) {
  /** @type {StepOutcome[]} */
  const outcomes = [];
  for (const step of steps) {
    const startedAt = Date.now();
    process.stdout.write(`\n=== ${step.name}\n`);
    const count = await step.run(circumstances).catch((failure) => ({ passed: 0, failed: 1, reason: String(failure) }));
    const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
    outcomes.push({ name: step.name, ...count, seconds });
    const reason = 'reason' in count && count.reason ? `: ${count.reason}` : '';
    process.stdout.write(`=== ${step.name}: ${count.failed === 0 ? 'passed' : 'FAILED'}${reason} (${seconds} s)\n`);
  }
  return outcomes;
}

/**
 * Writes out/reports/summary.json and ends the output with the one closing line.
 * @param {readonly StepOutcome[]} outcomes
 * @returns {Promise<number>} the exit code
 */
export async function closeRun(outcomes) {
  await mkdir(reports, { recursive: true });
  const { passed, failed } = sumOf(outcomes);
  await writeFile(join(reports, 'summary.json'), `${JSON.stringify({ passed, failed, steps: outcomes }, null, 2)}\n`);
  process.stdout.write('\n');
  for (const { name, passed: good, failed: bad, seconds, notes = [] } of outcomes) {
    process.stdout.write(
      `${bad === 0 ? 'ok    ' : 'FAILED'}  ${name.padEnd(14)} ${good} passed, ${bad} failed in ${seconds} s\n`,
    );
    for (const note of notes) process.stdout.write(`        ${note}\n`);
  }
  const line = closingLine(outcomes);
  process.stdout.write(`\n${line}\n`);
  return line.endsWith(' 0 failed') && passed > 0 ? 0 : 1;
}

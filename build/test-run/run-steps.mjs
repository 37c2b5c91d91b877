import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { reports } from './steps.mjs';
import { closingLine, sumOf } from './tally.mjs';

/**
 * @typedef {import('./tally.mjs').StepOutcome} StepOutcome
 */

/**
 * Runs every step, also after a failure, and reports result and duration of each. Consecutive checks run concurrently,
 * one per processor and at most four, because each keeps the types of all modules in memory.
 * @param {readonly import('./steps.mjs').Step[]} steps
 * @param {import('./steps.mjs').Circumstances} circumstances
 * @returns {Promise<readonly StepOutcome[]>}
 */
export async function runSteps(steps, circumstances) {
  /** @type {StepOutcome[]} */
  const outcomes = [];
  const waiting = [...steps];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    if (!next.isCheck) {
      outcomes.push(await runStep(next, circumstances));
      continue;
    }
    const checks = [next];
    while (waiting[0]?.isCheck) checks.push(.../** @type {typeof checks} */ ([waiting.shift()]));
    outcomes.push(...(await runSideBySide(checks, circumstances)));
  }
  return outcomes;
}

/**
 * @param {readonly import('./steps.mjs').Step[]} steps
 * @param {import('./steps.mjs').Circumstances} circumstances
 */
async function runSideBySide(steps, circumstances) {
  const waiting = [...steps.entries()];
  /** @type {StepOutcome[]} */
  const outcomes = [];
  const work = async () => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      outcomes[next[0]] = await runStep(next[1], circumstances);
    }
  };
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), 4) }, work));
  return outcomes;
}

/**
 * @param {import('./steps.mjs').Step} step
 * @param {import('./steps.mjs').Circumstances} circumstances
 * @returns {Promise<StepOutcome>}
 */
async function runStep(step, circumstances) {
  const startedAt = Date.now();
  const title = `\n=== ${step.name}\n`;
  if (!step.isCheck) process.stdout.write(title);
  /** @type {Awaited<ReturnType<typeof step.run>>} */
  const ended = await step.run(circumstances).catch((failure) => ({ passed: 0, failed: 1, reason: String(failure) }));
  const { output = '', ...count } = ended;
  const seconds = Math.round((Date.now() - startedAt) / 100) / 10;
  const reason = count.reason ? `: ${count.reason}` : '';
  const ending = `=== ${step.name}: ${count.failed === 0 ? 'passed' : 'FAILED'}${reason} (${seconds} s)\n`;
  process.stdout.write(step.isCheck ? `${title}${output}${ending}` : ending);
  return { name: step.name, ...count, seconds };
}

/**
 * Writes out/reports/summary.json and prints the last line.
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

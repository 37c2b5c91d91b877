import type { Finding, Measure } from './measure';

export interface BatteryOptions {
  readonly measures: readonly Measure[];
  readonly seed: number;
  readonly short: boolean;
  readonly write: (line: string) => void;
}

/** Runs measures one after the other. A measure that throws has failed, and the others still run. */
export async function runBattery({ measures, seed, short, write }: BatteryOptions): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const measure of measures) {
    const startedAt = performance.now();
    const report = (sentence: string): void => {
      write(`  ${sentence}`);
    };
    write(`${measure.name} ...`);
    try {
      const found = await measure.run({ seed, short, report });
      findings.push(...found);
      // Printed at once, so that an aborted run has reported its findings.
      for (const { name, value, pass } of found) report(`${pass ? 'ok' : 'FAILED'} ${name}: ${value}`);
    } catch (cause) {
      report(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
      findings.push({ name: measure.name, value: 'did not finish', goal: measure.goal, pass: false });
    }
    write(`  ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  return findings;
}

export function table(findings: readonly Finding[]): string {
  const rows = [
    ['name', 'value', 'goal', ''],
    ...findings.map(({ name, value, goal, pass }) => [name, String(value), goal, pass ? 'ok' : 'FAILED']),
  ];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

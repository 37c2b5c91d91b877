import type { Finding, Measure, MeasureContext } from './measure';
import { missingPrograms } from './programs';
import type { Registered } from './registry';

export interface BatteryOptions {
  readonly measures: readonly Measure[];
  readonly seed: number;
  readonly short: boolean;
  readonly write: (line: string) => void;
}

export interface MeasureRun<Context, Row> {
  readonly measures: readonly Registered<Context, Row>[];
  /** The context of a measure that prints its sentences with `report`. */
  readonly contextOf: (report: (sentence: string) => void) => Context;
  readonly write: (line: string) => void;
  /** The sentence that reports a row. */
  readonly say: (row: Row) => string;
  /** The row of a measure that threw. */
  readonly unfinished: (measure: Registered<Context, Row>) => Row;
}

/** Runs measures one after the other. A measure that throws has failed, and the others still run. */
export async function runMeasures<Context, Row>(run: MeasureRun<Context, Row>): Promise<readonly Row[]> {
  const { measures, contextOf, write, say, unfinished } = run;
  const rows: Row[] = [];
  for (const measure of measures) {
    const startedAt = performance.now();
    const report = (sentence: string): void => {
      write(`  ${sentence}`);
    };
    write(`${measure.name} ...`);
    try {
      const found = await measure.run(contextOf(report));
      rows.push(...found);
      // Printed at once, so that an aborted run has reported its findings.
      for (const row of found) report(say(row));
    } catch (cause) {
      report(cause instanceof Error ? (cause.stack ?? cause.message) : String(cause));
      rows.push(unfinished(measure));
    }
    write(`  ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  }
  return rows;
}

export function runBattery({ measures, seed, short, write }: BatteryOptions): Promise<readonly Finding[]> {
  return runMeasures<MeasureContext, Finding>({
    measures: measures.map(withItsPrograms),
    contextOf: (report) => ({ seed, short, report }),
    write,
    say: ({ name, value, pass }) => `${pass ? 'ok' : 'FAILED'} ${name}: ${value}`,
    unfinished: ({ name, goal }) => ({ name, value: 'did not finish', goal, pass: false }),
  });
}

/** Without one of its programs a measure names what is missing, and has not passed. */
function withItsPrograms(measure: Measure): Measure {
  const { name, goal, needs = [] } = measure;
  return {
    ...measure,
    run: async (context) => {
      const missing = await missingPrograms(needs);
      if (missing.length === 0) return measure.run(context);
      return [{ name, value: `not measured: ${missing.join(', ')} not installed`, goal, pass: false }];
    },
  };
}

export function table(findings: readonly Finding[]): string {
  return columns([
    ['name', 'value', 'goal', ''],
    ...findings.map(({ name, value, goal, pass }) => [name, String(value), goal, pass ? 'ok' : 'FAILED']),
  ]);
}

/** Lines of cells, padded to columns. */
export function columns(rows: readonly (readonly string[])[]): string {
  const count = Math.max(...rows.map(({ length }) => length));
  const widths = Array.from({ length: count }, (_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

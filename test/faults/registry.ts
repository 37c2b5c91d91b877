import { readdir } from 'node:fs/promises';
import type { Measure } from './measure';

const folder = new URL('./measures/', import.meta.url);

/** Every file below `measures/` is one measure: a new one is a new file and nothing else. */
export async function findMeasures(): Promise<readonly Measure[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  const modules = await Promise.all(files.map((file) => import(new URL(file, folder).href) as Promise<{ measure: Measure }>));
  return modules.map(({ measure }) => measure);
}

/** Those whose name is one of the wanted, or begins with one and a dot; all when none is named. */
export function chosen(measures: readonly Measure[], wanted: readonly string[]): readonly Measure[] {
  if (wanted.length === 0) return measures;
  for (const name of wanted) {
    if (!measures.some((measure) => fits(measure, name))) throw new Error(`there is no measure called ${name}`);
  }
  return measures.filter((measure) => wanted.some((name) => fits(measure, name)));
}

function fits({ name }: Measure, wanted: string): boolean {
  return name === wanted || name.startsWith(`${wanted}.`);
}

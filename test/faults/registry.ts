import { readdir } from 'node:fs/promises';
import type { Measure } from './measure';

const folder = new URL('./measures/', import.meta.url);

/** Every file below `measures/` is one measure; no other registration is needed. */
export async function findMeasures(): Promise<readonly Measure[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  return Promise.all(files.map(load));
}

/** A file that cannot be loaded is a failed measure, and the others still run. */
async function load(file: string): Promise<Measure> {
  try {
    const { measure } = (await import(new URL(file, folder).href)) as { readonly measure: Measure };
    return measure;
  } catch (cause) {
    const reason = cause instanceof Error ? cause : new Error(String(cause));
    return { name: file.replace(/\.ts$/, ''), goal: 'loads', run: () => Promise.reject(reason) };
  }
}

/** Measures whose name is given, or starts with a given name and a dot; all if none is given. */
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

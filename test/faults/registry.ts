import { readdir } from 'node:fs/promises';
import type { Measure } from './measure';

/** What the registry and the running need of a measure, of the fault battery or of the bench. */
export interface Registered<Context, Row> {
  readonly name: string;
  readonly goal: string;
  readonly run: (context: Context) => Promise<readonly Row[]>;
}

/** Every file below `measures/` is one measure; no other registration is needed. */
export function findMeasures(): Promise<readonly Measure[]> {
  return measuresIn<Measure>(new URL('./measures/', import.meta.url));
}

export async function measuresIn<M extends Registered<never, unknown>>(folder: URL): Promise<readonly M[]> {
  const files = (await readdir(folder)).filter((file) => file.endsWith('.ts')).sort();
  return Promise.all(files.map((file) => load<M>(folder, file)));
}

/** A file that cannot be loaded is a failed measure, and the others still run. */
async function load<M extends Registered<never, unknown>>(folder: URL, file: string): Promise<M> {
  try {
    const { measure } = (await import(new URL(file, folder).href)) as { readonly measure: M };
    return measure;
  } catch (cause) {
    const reason = cause instanceof Error ? cause : new Error(String(cause));
    return { name: file.replace(/\.ts$/, ''), goal: 'loads', run: () => Promise.reject(reason) } as unknown as M;
  }
}

/** Measures whose name is given, or starts with a given name and a dot; all if none is given. */
export function chosen<M extends { readonly name: string }>(
  measures: readonly M[],
  wanted: readonly string[],
): readonly M[] {
  if (wanted.length === 0) return measures;
  for (const name of wanted) {
    if (!measures.some((measure) => fits(measure.name, name))) throw new Error(`there is no measure called ${name}`);
  }
  return measures.filter((measure) => wanted.some((name) => fits(measure.name, name)));
}

/** Whether a name is the wanted one, or starts with it and a dot. */
export function fits(name: string, wanted: string): boolean {
  return name === wanted || name.startsWith(`${wanted}.`);
}

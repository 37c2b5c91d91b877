import process from 'node:process';
import { queryObjects } from 'node:v8';

/** What an idle program holds, counted in the whole heap, so that nothing has to be registered. */
export interface HeldObjects {
  /** Entries of all Maps and Sets together; listeners of our own feeds are among them. */
  readonly entries: number;
  readonly maps: number;
  /** Requests that could still be aborted. */
  readonly signals: number;
  /** Handles and requests of the system, real timers included. */
  readonly resources: number;
}

const sizeIn = /^(?:\[?\w+\]? )*\w*(?:Map|Set)\((\d+)\)/u;

export function heldObjects(): HeldObjects {
  // The summary of a Map or Set begins with its size.
  const summaries = [Map, Set].flatMap((kind) => queryObjects(kind, { format: 'summary' }));
  return {
    entries: summaries.reduce((sum, text) => sum + Number(sizeIn.exec(text)?.[1] ?? 0), 0),
    maps: summaries.length,
    signals: queryObjects(AbortSignal, { format: 'count' }),
    resources: process.getActiveResourcesInfo().length,
  };
}

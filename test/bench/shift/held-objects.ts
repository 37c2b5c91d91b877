import process from 'node:process';
import { queryObjects } from 'node:v8';

/** What an idle program holds, counted in the whole heap, so that nothing has to be registered. */
export interface HeldObjects {
  /** Entries of all Maps and Sets together; listeners of our own feeds are among them. */
  readonly entries: number;
  /** Those of Maps and Sets that name a chat. */
  readonly chatEntries: number;
  /** Requests that could still be aborted. */
  readonly signals: number;
  /** Handles and requests of the system, real timers included. */
  readonly resources: number;
}

/** As the practice server names chats. */
const chatId = /\d{4}Da[A-Z\d]{10}/u;
const sizeIn = /^(?:\[?\w+\]? )*\w*(?:Map|Set)\((\d+)\)/u;

export function heldObjects(): HeldObjects {
  // The summary of a Map or Set begins with its size.
  const summaries = [Map, Set].flatMap((kind) => queryObjects(kind, { format: 'summary' }));
  const entriesOf = (texts: readonly string[]): number =>
    texts.reduce((sum, text) => sum + Number(sizeIn.exec(text)?.[1] ?? 0), 0);
  return {
    entries: entriesOf(summaries),
    chatEntries: entriesOf(summaries.filter((text) => chatId.test(text))),
    signals: queryObjects(AbortSignal, { format: 'count' }),
    resources: process.getActiveResourcesInfo().length,
  };
}

import { Child } from '../child';
import type { YearReport } from './year';

type ShiftEnd = Extract<YearReport, { readonly type: 'shift' }>;
type YearEnd = Extract<YearReport, { readonly type: 'done' }>;

export interface YearLength {
  readonly seed: number;
  readonly shifts: number;
  /** In all shifts together. */
  readonly chats: number;
}

export interface PlayedYear {
  readonly ends: readonly ShiftEnd[];
  readonly done: YearEnd;
  /** Map and Set entries, requests, handles of the system: what is more than after the first shift. */
  readonly left: readonly string[];
}

/** What the words that main remembers and the lists of the last things may add after a first short shift. */
const mostEntries = 500;

/** The command that plays the same year again. */
export function replayOf({ seed, shifts, chats }: YearLength): string {
  return `npm run bench -- year --seed ${String(seed)} --shifts ${String(shifts)} --chats ${String(chats)}`;
}

/** Plays it in a process of its own. */
export async function runYear(
  length: YearLength,
  onShift: (end: ShiftEnd) => void = () => undefined,
): Promise<PlayedYear> {
  const { seed, shifts, chats } = length;
  const child = new Child<YearReport>('shift/year.ts', [seed, shifts, chats].map(String));
  const ends: ShiftEnd[] = [];
  for (let count = 0; count < shifts; count += 1) {
    const end = await child.next('shift');
    ends.push(end);
    onShift(end);
  }
  const done = await child.next('done');
  const [first, last] = [ends[0]?.held, ends.at(-1)?.held];
  const more = (name: 'entries' | 'signals' | 'resources', most: number): readonly string[] => {
    const [was = NaN, is = NaN] = [first?.[name], last?.[name]];
    return is - was <= most ? [] : [`${name}: ${String(was)} after the first shift, ${String(is)} at the end`];
  };
  return { ends, done, left: [...more('entries', mostEntries), ...more('signals', 0), ...more('resources', 0)] };
}

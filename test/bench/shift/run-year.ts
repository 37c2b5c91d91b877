import { Child } from '../child';
import { shiftsOfYear } from './calendar';
import type { HeldObjects } from './held-objects';
import type { YearReport } from './year';

type ShiftEnd = Extract<YearReport, { readonly type: 'shift' }>;
type YearEnd = Extract<YearReport, { readonly type: 'done' }>;

export interface YearLength {
  readonly seed: number;
  readonly shifts: number;
  /** In all shifts together. */
  readonly chats: number;
  /** Of one shift. */
  readonly hours: number;
}

export interface PlayedYear {
  readonly ends: readonly ShiftEnd[];
  readonly done: YearEnd;
  /** Map and Set entries, requests, handles of the system: what is more than after the first shift. */
  readonly left: readonly string[];
}

/** Share of all entries. What main and the page remember of words is bounded, but not full after the first shift. */
const mostMoreEntries = 0.05;

/** The command that plays the same year again. */
export function replayOf({ seed, shifts, chats, hours }: YearLength): string {
  return `npm run bench -- year --seed ${String(seed)} --shifts ${String(shifts)} --chats ${String(chats)} --hours ${String(hours)}`;
}

/** Plays it in a process of its own. */
export async function runYear(
  length: YearLength,
  onShift: (end: ShiftEnd) => void = () => undefined,
): Promise<PlayedYear> {
  const { seed, shifts, chats, hours } = length;
  if (shifts < shiftsOfYear.least || shifts > shiftsOfYear.most)
    throw new Error(
      `a year has ${String(shiftsOfYear.least)} to ${String(shiftsOfYear.most)} shifts, not ${String(shifts)}`,
    );
  const child = new Child<YearReport>('shift/year.ts', [seed, shifts, chats, hours].map(String));
  const ends: ShiftEnd[] = [];
  for (let count = 0; count < shifts; count += 1) {
    const end = await child.next('shift');
    ends.push(end);
    onShift(end);
  }
  const done = await child.next('done');
  const [first, last] = [ends[0]?.held, ends.at(-1)?.held];
  const more = (name: keyof HeldObjects, most: number): readonly string[] => {
    const [was = NaN, is = NaN] = [first?.[name], last?.[name]];
    return is - was <= most ? [] : [`${name}: ${String(was)} after the first shift, ${String(is)} at the end`];
  };
  const left = [
    ...more('entries', mostMoreEntries * (first?.entries ?? 0)),
    ...more('chatEntries', 0),
    ...more('signals', 0),
    ...more('resources', 0),
  ];
  return { ends, done, left };
}

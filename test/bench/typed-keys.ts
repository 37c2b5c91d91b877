import type { Page } from 'playwright-core';
import { quantile, rowOf, type BenchRow } from './measure';
import type { FloorStage } from './on-floor';
import { keyTimes, probeIn } from './page-probes';

const [rounds, keysEach, apartMs] = [3, 60, 60];

interface Typed {
  readonly name: string;
  readonly word: string;
  /** Milliseconds above the empty window. */
  readonly mostMs: number;
  readonly goal: string;
}

/** Types a word into the first search field of the console, in turns with the text field of the empty window. */
export async function typedIntoSearch(
  { console, empty }: Pick<FloorStage, 'console' | 'empty'>,
  { name, word, mostMs, goal }: Typed,
): Promise<BenchRow> {
  const round = async (page: Page, field: string): Promise<number> => {
    await page.bringToFront();
    await page.locator(field).first().focus();
    return quantile(await keyTimes(page, keysEach, apartMs, word), 0.95);
  };
  const [ours, bare]: [number[], number[]] = [[], []];
  for (const { page } of [console, empty]) await probeIn(page);
  for (let count = 0; count < rounds; count += 1) {
    ours.push(await round(console.page, '[role="searchbox"]'));
    bare.push(await round(empty.page, 'textarea'));
  }
  return rowOf({
    ...{ name, unit: 'ms, p95', goal, rounds: ours, floorRounds: bare },
    isMet: (value, base) => value <= base + mostMs,
  });
}

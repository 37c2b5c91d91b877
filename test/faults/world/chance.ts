import { seededRandom } from '../../../main/practice/chance/seeded-random';

/** Random draws of one seeded case; the same seed gives the same draws on every machine. */
export class Chance {
  readonly random: () => number;

  constructor(seed: number) {
    this.random = seededRandom(seed);
  }

  below(bound: number): number {
    return Math.floor(this.random() * bound);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  happens(probability: number): boolean {
    return this.random() < probability;
  }

  pick<T>(from: readonly T[]): T {
    const chosen = from[this.below(from.length)];
    if (chosen === undefined) throw new Error('pick requires a non-empty list');
    return chosen;
  }

  /** By weight; the weights need not add up to one. */
  weighted<T>(from: readonly (readonly [number, T])[]): T {
    let left = this.random() * from.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of from) {
      left -= weight;
      if (left < 0) return value;
    }
    return this.pick(from)[1];
  }

  shuffled<T>(items: readonly T[]): T[] {
    const deck = [...items];
    for (let at = deck.length - 1; at > 0; at -= 1) {
      const other = this.below(at + 1);
      [deck[at], deck[other]] = [deck[other] as T, deck[at] as T];
    }
    return deck;
  }
}

/** Seeds of one run are far apart, so that neighbouring cases share nothing. */
export function caseSeed(runSeed: number, position: number): number {
  let mixed = (Math.imul(runSeed, 0x9e3779b1) ^ Math.imul(position + 1, 0x85ebca6b)) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d) >>> 0;
  return (mixed ^ (mixed >>> 13)) >>> 0;
}

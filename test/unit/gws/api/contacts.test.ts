import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readPeople } from '../../../../main/gws/api/contacts';
import type { RestClient } from '../../../../main/gws/api/rest-client';
import { succeed } from '../../../../main/base/result';
import { createQuarantine } from '../../../../main/gws/wire/quarantine';
import { QuietLog } from '../../../support/gws/quiet-log';

interface Entry {
  readonly id: string;
  readonly type?: string;
}

/** A paged directory that counts its requests. */
class PagedDirectory {
  readonly #entries: readonly Entry[];
  readonly #cap: number;
  readonly #total: number | null;
  asked = 0;

  constructor(entries: readonly Entry[], cap: number, total: number | null = null) {
    this.#entries = entries;
    this.#cap = cap;
    this.#total = total;
  }

  readonly caller: RestClient = ({ path }) => {
    this.asked += 1;
    const offset = Number(/offset=(\d+)/.exec(path)?.[1] ?? 0);
    const contacts = this.#entries.slice(offset, offset + this.#cap);
    return Promise.resolve(succeed({ contacts, ...(this.#total === null ? {} : { totalCount: this.#total }) }));
  };
}

const people = (count: number, from = 0): Entry[] =>
  Array.from({ length: count }, (_none, at) => ({ id: `user-${from + at}`, type: 'User' }));
const foreign = (count: number): Entry[] =>
  Array.from({ length: count }, (_none, at) => ({ id: `contact-${at}`, type: 'Contact' }));

async function idsFrom(caller: RestClient): Promise<readonly string[]> {
  const result = await readPeople(caller, createQuarantine(new QuietLog().for('test')));
  return result.ok ? result.value.map(({ id }) => id) : [result.error.code];
}

const idsOf = (entries: readonly Entry[]): readonly string[] => [
  ...new Set(entries.filter(({ type }) => type === 'User').map(({ id }) => id)),
];

describe('readPeople', () => {
  it.each([
    ['pages capped at 50, no total', people(250), 50, null],
    ['pages capped at 50, a total', people(250), 50, 250],
    ['a page of foreign entries', [...people(100), ...foreign(100), ...people(100, 100)], 100, null],
    ['three pages of foreign entries', [...foreign(300), ...people(10)], 100, null],
    ['a doubled page', [...people(100), ...people(100), ...people(50, 100)], 100, null],
    ['entries that overlap', [...people(100), ...people(100, 60), ...people(90, 110)], 100, null],
    ['one short page', people(7), 100, null],
    ['nobody', [], 100, null],
  ])('reads all users from %s', async (_what, entries, cap, total) => {
    expect(await idsFrom(new PagedDirectory(entries, cap, total).caller)).toEqual(idsOf(entries));
  });

  it('ends when a server without paging repeats itself', async () => {
    let asked = 0;
    const ids = await idsFrom(() => {
      asked += 1;
      return Promise.resolve(succeed({ contacts: people(100) }));
    });
    expect([ids.length, asked]).toEqual([100, 3]);
  });

  it("ends when a server's list has no end", async () => {
    let asked = 0;
    const ids = await idsFrom(() => {
      asked += 1;
      return Promise.resolve(succeed({ contacts: people(100, asked * 100) }));
    });
    expect([ids.length, asked]).toEqual([10_000, 100]);
  });

  it('ends even if a server returns its users one at a time forever', async () => {
    let asked = 0;
    const ids = await idsFrom(() => {
      asked += 1;
      return Promise.resolve(succeed({ contacts: people(1, asked) }));
    });
    expect([ids.length, asked]).toEqual([400, 400]);
  });

  it('keeps an entry without a type, and counts each one that does not fit once', async () => {
    const contacts = [
      { id: 'user-1' },
      { type: 'User' },
      { type: 'User', name: 'Ada' },
      { id: 'contact-1', type: 'Contact' },
      { id: 'contact-2', type: 'Contact' },
    ];
    const quarantine = createQuarantine(new QuietLog().for('test'));
    const result = await readPeople(() => Promise.resolve(succeed({ contacts })), quarantine);
    expect(result).toMatchObject({ ok: true, value: [{ id: 'user-1' }] });
    expect(quarantine.counts()).toEqual({ contact: 2 });
  });

  it('reads all users and ends for any page sizes and contents', async () => {
    const entry = fc.oneof(
      fc.integer({ min: 0, max: 300 }).map((number) => ({ id: `user-${number}`, type: 'User' })),
      fc.integer({ min: 0, max: 300 }).map((number) => ({ id: `contact-${number}`, type: 'Contact' })),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(entry, { maxLength: 300, selector: ({ id }) => id }),
        fc.integer({ min: 1, max: 100 }),
        fc.boolean(),
        async (entries, cap, reportsTotal) => {
          const directory = new PagedDirectory(entries, cap, reportsTotal ? entries.length : null);
          expect(await idsFrom(directory.caller)).toEqual(idsOf(entries));
          expect(directory.asked).toBeLessThanOrEqual(Math.ceil(entries.length / cap) + 1);
        },
      ),
    );
  });
});

import { describe, expect, it } from 'vitest';
import type { EntryUpdate } from '../../../../main/floor/events';
import { entryAt } from '../../../../main/floor/ledger/entry-at';
import {
  asPublished,
  mergeEntries,
  newOrChanged,
  noEntries,
  renameAuthors,
  toEntries,
  type StoredEntries,
} from '../../../../main/floor/ledger/entries';
import type { ParticipantKind, TranscriptEntry } from '../../../../preload/contract';
import { ada, customer, entry } from '../../../support/floor/readings';

const kindOf = (participantId: string): ParticipantKind => (participantId === 'part-ada' ? 'agent' : 'customer');

function stored(...updates: readonly EntryUpdate[]): readonly TranscriptEntry[] {
  return toEntries(updates, kindOf);
}

function published(entries: readonly TranscriptEntry[]): StoredEntries {
  return asPublished(mergeEntries(noEntries, entries));
}

/** The only one of a list. */
function only<T>(items: readonly T[]): T {
  const [item, ...others] = items;
  if (item === undefined || others.length > 0) throw new Error('there is exactly one');
  return item;
}

describe('toEntries', () => {
  it('names the author by what is known, and no one where the update does', () => {
    expect(stored(entry(1, { from: ada }), entry(2, { from: null, isTimeGuessed: true }))).toEqual([
      {
        ...{ index: 1, kind: 'text', visibility: 'everyone', text: 'line 1', at: 1_000 },
        author: {
          participantId: 'part-ada',
          kind: 'agent',
          nickname: 'Ada',
          userId: 'user-ada',
          visibility: 'everyone',
        },
      },
      {
        ...{ index: 2, kind: 'text', visibility: 'everyone', text: 'line 2', at: 2_000, isTimeGuessed: true },
        author: { participantId: null, kind: 'other', nickname: '', userId: null, visibility: null },
      },
    ]);
  });

  it('keeps how an entry is numbered', () => {
    expect(only(toEntries([{ ...entry(1), numbering: 'restarted' }], kindOf)).numbering).toBe('restarted');
  });

  it('makes one author one object within one message', () => {
    const [first, second] = stored(entry(1, { from: ada }), entry(2, { from: ada }));
    expect(first?.author).toBe(second?.author);
  });

  it('makes one author one object, also with authors of earlier entries', () => {
    const { authors, entries } = published(stored(entry(1, { from: ada })));
    const unnamed = entry(2, { from: { ...ada, nickname: '' } });
    const next = toEntries([unnamed, entry(3, { from: ada }), entry(4)], kindOf, authors);
    expect(next.map(({ author }) => author === entries[0]?.author)).toEqual([true, true, false]);
  });

  it.each([
    ['name', { nickname: 'Ada L.' }],
    ['user', { userId: 'user-zoe' }],
    ['visibility', { visibility: 'agents' }],
  ] as const)('makes another object of an author with another %s', (_trait, changes) => {
    const [first, second] = stored(entry(1, { from: ada }), entry(2, { from: { ...ada, ...changes } }));
    expect(second?.author).toEqual({ ...first?.author, ...changes });
  });

  it('makes another object of an author whose kind is another now', () => {
    const { authors } = published(stored(entry(1, { from: ada })));
    expect(only(toEntries([entry(2, { from: ada })], () => 'supervisor', authors)).author.kind).toBe('supervisor');
  });
});

describe('newOrChanged', () => {
  const known = stored(entry(1, { from: ada }), entry(2), entry(4, { isTimeGuessed: true }), entry(6, { from: null }));

  it('is nothing of what is stored, in any order', () => {
    const same = [
      entry(6, { from: null }),
      entry(1, { from: { ...ada, nickname: '' } }),
      entry(4, { at: 9, isTimeGuessed: true }),
      entry(2, { at: 9, isTimeGuessed: true }),
    ];
    expect([newOrChanged(known, same), newOrChanged(known, same.toReversed())]).toEqual([[], []]);
  });

  it('is everything while nothing is stored', () => {
    const updates = [entry(1)];
    expect(newOrChanged([], updates)).toBe(updates);
  });

  it.each<readonly [string, EntryUpdate]>([
    ['a new index', entry(3)],
    ['another text', entry(2, { text: 'other' })],
    ['another time', entry(2, { at: 1 })],
    ['a time instead of a guess', entry(4)],
    ['another kind', entry(2, { kind: 'notice' })],
    ['another visibility', entry(2, { visibility: 'agents' })],
    ['another author', entry(2, { from: ada })],
    ['another participant of the same name', entry(2, { from: { ...customer, participantId: 'part-x' } })],
    ['another name', entry(2, { from: { ...customer, nickname: 'Theo' } })],
    ['no author', entry(2, { from: null })],
    ['an author', entry(6)],
  ])('is %s', (_case, update) => {
    expect(newOrChanged(known, [entry(1, { from: ada }), update])).toEqual([update]);
  });
});

describe('mergeEntries', () => {
  const known = published(stored(entry(2), entry(4)));

  it('returns the list itself when nothing is new', () => {
    expect(mergeEntries(known, stored(entry(2))).entries).toBe(known.entries);
  });

  it.each([
    ['before', 1, [1, 2, 4]],
    ['between', 3, [2, 3, 4]],
    ['after', 5, [2, 4, 5]],
  ])('puts an entry %s the others in its place', (_where, index, expected) => {
    expect(mergeEntries(known, stored(entry(index))).entries.map((one) => one.index)).toEqual(expected);
  });

  it('sorts what arrives, also into an empty list', () => {
    const arrived = stored(entry(9), entry(3), entry(7));
    expect(mergeEntries(noEntries, arrived).entries.map(({ index }) => index)).toEqual([3, 7, 9]);
    expect(mergeEntries(known, arrived).entries.map(({ index }) => index)).toEqual([2, 3, 4, 7, 9]);
  });

  it('combines the versions of one index, stored or arriving together', () => {
    const versions = stored(entry(4, { text: 'line 4, longer' }), entry(4, { kind: 'unknown', text: '' }));
    const expected = { ...known.entries[1], text: 'line 4, longer' };
    expect(mergeEntries(known, versions).entries).toEqual([known.entries[0], expected]);
    expect(mergeEntries(noEntries, versions).entries).toEqual([expected]);
  });

  it('keeps what windows have and lists what they have not', () => {
    const first = mergeEntries(known, stored(entry(5)));
    const second = mergeEntries(first, stored(entry(4, { text: 'line 4, longer' }), entry(5)));
    expect(second.published).toBe(known.entries);
    expect(second.unpublished.map(({ index, text }) => [index, text])).toEqual([
      [5, 'line 5'],
      [4, 'line 4, longer'],
    ]);
    expect(asPublished(second)).toMatchObject({ published: second.entries, unpublished: [] });
  });

  it('keeps two authors of a participant whose visibility changes with each entry', () => {
    let known = noEntries;
    for (let index = 1; index <= 10; index += 1) {
      const from = { ...ada, visibility: index % 2 === 0 ? ('agents' as const) : ('everyone' as const) };
      known = mergeEntries(known, toEntries([entry(index, { from })], kindOf, known.authors));
    }
    expect([...known.authors].map(({ visibility }) => visibility)).toEqual(['everyone', 'agents']);
  });

  it('keeps each author once', () => {
    const of = ({ authors }: StoredEntries): unknown[] => [...authors].map(({ participantId }) => participantId);
    const two = mergeEntries(known, toEntries([entry(5, { from: ada }), entry(6)], kindOf, known.authors));
    expect([of(known), of(two)]).toEqual([['part-customer'], ['part-customer', 'part-ada']]);
    expect(mergeEntries(two, toEntries([entry(7)], kindOf, two.authors)).authors).toBe(two.authors);
  });

  it('reads few of a thousand earlier entries to add one and to rename authors', () => {
    let reads = 0;
    const counted = (item: TranscriptEntry): TranscriptEntry =>
      new Proxy(item, {
        get: (target, name) => {
          reads += 1;
          return Reflect.get(target, name) as unknown;
        },
      });
    const many = published(stored(...Array.from({ length: 1_000 }, (_, place) => entry(place + 1))).map(counted));
    reads = 0;
    const later = renameAuthors(mergeEntries(many, toEntries([entry(1_001)], kindOf, many.authors)), kindOf, () => '');
    expect(later.entries).toHaveLength(1_001);
    expect(reads).toBeLessThan(100);
  });
});

describe('renameAuthors', () => {
  const known = published(stored(entry(1, { from: { ...ada, nickname: '' } }), entry(2), entry(3, { from: null })));
  const named = (kind: ParticipantKind) =>
    renameAuthors(
      known,
      (participantId) => (participantId === 'part-ada' ? kind : 'customer'),
      () => 'Ada',
    );

  it('fills a missing name and corrects the kind, and leaves the other entries', () => {
    const { entries, unpublished, authors } = named('supervisor');
    const author = { ...known.entries[0]?.author, nickname: 'Ada', kind: 'supervisor' };
    expect(entries[0]?.author).toEqual(author);
    expect([entries[1] === known.entries[1], entries[2] === known.entries[2]]).toEqual([true, true]);
    expect(unpublished).toEqual([entries[0]]);
    expect([...authors]).toEqual([author, known.entries[1]?.author, known.entries[2]?.author]);
  });

  it('leaves one author one object', () => {
    const twice = published(stored(entry(1, { from: ada }), entry(2, { from: ada })));
    const { entries, authors } = renameAuthors(
      twice,
      () => 'supervisor',
      () => '',
    );
    expect([entries[0]?.author === entries[1]?.author, authors.size]).toEqual([true, 1]);
  });

  it('corrects the kind alone, and the name alone', () => {
    const nameless = (kind: ParticipantKind, name: string) =>
      renameAuthors(
        published(known.entries.slice(0, 1)),
        () => kind,
        () => name,
      ).entries[0]?.author;
    expect(nameless('supervisor', '')).toEqual({ ...known.entries[0]?.author, kind: 'supervisor' });
    expect(nameless('agent', 'Ada')).toEqual({ ...known.entries[0]?.author, nickname: 'Ada' });
  });

  it('returns the list itself when nothing changed', () => {
    expect(renameAuthors(known, kindOf, () => '').entries).toBe(known.entries);
  });
});

describe('entryAt', () => {
  const items = [2, 3, 5, 8, 13, 21].map((index) => ({ index }));

  it('finds every item, and nothing between, before or after them', () => {
    expect(items.map(({ index }) => entryAt(items, index))).toEqual(items);
    expect([1, 4, 12, 22].map((index) => entryAt(items, index))).toEqual([null, null, null, null]);
    expect(entryAt([], 1)).toBeNull();
  });
});

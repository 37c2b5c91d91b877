import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { EntryUpdate } from '../../../../main/floor/events';
import type { Ledger } from '../../../../main/floor/ledger/ledger';
import { newLedger } from '../../../support/floor/ledger-bench';
import { activeChat, ada, chatUpdated, customer, entry, messages } from '../../../support/floor/readings';
import type { TranscriptEntry } from '../../../../preload/contract';

const moment = { now: 1_000_000, monotonicMs: 0 };

function ledgerWith(...batches: readonly (readonly EntryUpdate[])[]): Ledger {
  const ledger = newLedger();
  ledger.apply([chatUpdated(activeChat())], moment);
  for (const batch of batches) ledger.apply([messages(batch)], moment);
  return ledger;
}

const entriesOf = (ledger: Ledger): readonly TranscriptEntry[] => ledger.transcripts()[0]?.entries ?? [];
const textsOf = (ledger: Ledger): readonly string[] => entriesOf(ledger).map(({ text }) => text);

describe('entries with the same number', () => {
  it('are both kept, the later one marked', () => {
    const ledger = ledgerWith([entry(5, { text: 'first' })], [entry(5, { text: 'second, other words' })]);
    expect(entriesOf(ledger).map(({ text, numbering }) => [text, numbering])).toEqual([
      ['first', undefined],
      ['second, other words', 'doubled'],
    ]);
  });

  it('are both kept when they come in one message', () => {
    const ledger = ledgerWith([entry(5, { text: 'first' }), entry(5, { text: 'second' }), entry(6, { text: 'third' })]);
    expect(textsOf(ledger)).toEqual(['first', 'second', 'third']);
  });

  it('stay at the end when the numbers restart at 1', () => {
    const old = [1, 2, 3].map((index) => entry(index));
    const restarted = [entry(1, { text: 'new one', at: 10_000 }), entry(2, { text: 'new two', at: 11_000 })];
    const ledger = ledgerWith(old, restarted.slice(0, 1), restarted.slice(1), [
      entry(3, { text: 'new 3', at: 12_000 }),
    ]);
    expect(entriesOf(ledger).map(({ text, numbering }) => [text, numbering])).toEqual([
      ['line 1', undefined],
      ['line 2', undefined],
      ['line 3', undefined],
      ['new one', 'restarted'],
      ['new two', undefined],
      ['new 3', undefined],
    ]);
    expect(ledger.apply([messages([...old, ...restarted])], moment)).toEqual([]);
  });

  it('fill a gap from before the restart where it is', () => {
    const ledger = ledgerWith(
      [entry(1), entry(3)],
      [entry(1, { text: 'new', at: 10_000 })],
      [entry(2, { text: 'late', at: 2_000 })],
    );
    expect(textsOf(ledger)).toEqual(['line 1', 'late', 'line 3', 'new']);
  });

  it('are one entry when servers only write it differently', () => {
    const long = 'word '.repeat(60);
    const ledger = ledgerWith(
      [entry(1, { text: 'A & B' }), entry(2, { text: 'e\u0301' }), entry(3, { text: `${long}end` })],
      [entry(1, { text: 'A &amp; B' }), entry(2, { text: '\u00e9' }), entry(3, { text: long.slice(0, 220) })],
    );
    expect(entriesOf(ledger)).toHaveLength(3);
    expect(entriesOf(ledger)[2]?.text).toBe(`${long}end`);
  });

  it('never vanish, whatever their order and repetition', () => {
    const line = fc.record({
      index: fc.integer({ min: 1, max: 6 }),
      text: fc.constantFrom('one', 'two', 'three'),
      from: fc.constantFrom(ada, customer),
      at: fc.integer({ min: 0, max: 50_000 }),
    });
    fc.assert(
      fc.property(fc.array(fc.array(line, { maxLength: 4 }), { maxLength: 8 }), (batches) => {
        const ledger = ledgerWith(...batches.map((batch) => batch.map((fields) => entry(fields.index, fields))));
        const shown = new Set(entriesOf(ledger).map(({ text, author }) => `${text} ${author.nickname}`));
        const reported = new Set(batches.flat().map(({ text, from }) => `${text} ${from.nickname}`));
        expect(shown).toEqual(reported);
        const indexes = entriesOf(ledger).map(({ index }) => index);
        expect(indexes).toEqual([...new Set(indexes)].sort((one, other) => one - other));
        const before = entriesOf(ledger).length;
        for (const batch of batches)
          ledger.apply([messages(batch.map((fields) => entry(fields.index, fields)))], moment);
        expect(entriesOf(ledger)).toHaveLength(before);
      }),
      { numRuns: 400 },
    );
  });

  it('are bounded against a hostile server', () => {
    const flood = Array.from({ length: 5_000 }, (_none, number) => entry(7, { text: `flood ${number}`, at: number }));
    expect(entriesOf(ledgerWith([entry(9)], flood)).length).toBeLessThan(200);
  });
});

describe('incomplete versions of an entry', () => {
  it('combine the text of one and the author of the other', () => {
    const ledger = ledgerWith(
      [entry(1, { from: ada, text: '', visibility: 'agents' })],
      [entry(1, { from: null, text: 'look here', kind: 'text' })],
    );
    expect(entriesOf(ledger)).toMatchObject([{ text: 'look here', author: { nickname: 'Ada' }, visibility: 'agents' }]);
  });
});

describe('time of an entry', () => {
  const guess = (at: number): EntryUpdate => entry(1, { at, isTimeGuessed: true });

  it('stays the first guess however often the entry is read again', () => {
    const ledger = ledgerWith([guess(1_000)], [guess(71_000)], [guess(141_000)]);
    expect(entriesOf(ledger)).toMatchObject([{ at: 1_000, isTimeGuessed: true }]);
  });

  it.each([
    ['before', [entry(1, { at: 5_000 }), guess(9_000)]],
    ['after', [guess(9_000), entry(1, { at: 5_000 })]],
  ])('is the reported one, %s a guess', (_when, readings) => {
    const [line] = entriesOf(ledgerWith(...readings.map((reading) => [reading])));
    expect(line).toMatchObject({ at: 5_000 });
    expect(line).not.toHaveProperty('isTimeGuessed');
  });

  it('is the arrival when the server dates it an hour ahead', () => {
    const ledger = ledgerWith([entry(1, { at: moment.now + 3_600_000 })]);
    expect(entriesOf(ledger)).toMatchObject([{ at: moment.now, isTimeGuessed: true }]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shortenToLine } from '../../../../preload/contract/text/shorten';

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
const partsOf = (text: string): string[] => [...graphemes.segment(text)].map(({ segment }) => segment);

describe('shortenToLine', () => {
  it('folds line breaks before it cuts', () => {
    expect(shortenToLine(`Hi${'\n'.repeat(1_000)}cancel`, 40)).toBe('Hi cancel');
  });

  it('marks a cut with an ellipsis', () => {
    expect(shortenToLine('one two three', 8)).toBe('one two…');
  });

  it.each(['👩‍👩‍👧', '🇩🇪', 'e\u0301', '각', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'])('cuts between whole %s', (one) => {
    expect(shortenToLine(one.repeat(50), 11)).toBe(`${one.repeat(10)}…`);
  });

  it('keeps few marks of a letter that carries thousands', () => {
    expect(shortenToLine(`a${'\u0301'.repeat(10_000)}`, 10).length).toBeLessThan(200);
  });

  it('returns a beginning of the folded text, in whole graphemes, within the limit', () => {
    const part = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.constantFrom(' ', '\n', '\t\u00a0', '👩‍👩‍👧', '🇩🇪🇫🇷', 'e\u0301'),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 40 }), fc.integer({ min: 2, max: 30 }), (parts, max) => {
        const folded = parts.join('').replaceAll(/\s+/gu, ' ').trim();
        const line = shortenToLine(parts.join(''), max);
        expect(partsOf(line).length).toBeLessThanOrEqual(max);
        if (line === folded) return;
        expect(line.endsWith('…')).toBe(true);
        const head = partsOf(line.slice(0, -1));
        expect(partsOf(folded).slice(0, head.length)).toEqual(head);
      }),
    );
  });
});

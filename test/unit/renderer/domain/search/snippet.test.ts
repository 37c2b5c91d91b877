import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWithPlaces } from '../../../../../preload/contract/text/fold-text';
import { parseQuery } from '../../../../../renderer/domain/search/search-query';
import { snippetOf } from '../../../../../renderer/domain/search/snippet';

/** Finds in brackets. */
function shown(text: string, typed: string): string {
  return snippetOf(text, parseQuery(typed))
    .map((piece) => (piece.isFound ? `[${piece.text}]` : piece.text))
    .join('');
}

describe('a snippet', () => {
  it.each([
    ['I want a refund', 'ref', 'I want a [ref]und'],
    ['I want a refund', '"a refund"', 'I want [a refund]'],
    ['Die Straße, die STRASSE', 'strasse', 'Die [Straße], die [STRASSE]'],
    ['Die Straße', 'stras', 'Die [Straß]e'],
    ['cafe\u0301 noir', 'cafe', '[cafe\u0301] noir'],
    ['وَصَلَ الطَّلَبُ أمس', 'الطلب', 'وَصَلَ [الطَّلَبُ] أمس'],
    ['one\nline\u202e turned', 'turned', 'one line [turned]'],
    ['refund refunded', 'refund refunded', '[refund] [refunded]'],
    ['nothing here', 'zebra', 'nothing here'],
    ['我的订单没有到', '没有', '我的订单[没有]到'],
  ])('of "%s" for "%s"', (text, typed, expected) => {
    expect(shown(text, typed)).toBe(expected);
  });

  it('shows a find far inside a long text in its sentence, and no more', () => {
    const long = `${'before '.repeat(3_000)}the needle is here${' after'.repeat(3_000)}`;
    const text = shown(long, 'needle');
    expect(text.length).toBeLessThan(220);
    expect(text).toMatch(/^…before .*the \[needle\] is here after .*…$/u);
  });

  it('loses nothing of a text that is short enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), fc.string({ maxLength: 6 }), (text, typed) => {
        const plain = snippetOf(text, []).map((piece) => piece.text);
        const marked = snippetOf(text, parseQuery(typed)).map((piece) => piece.text);
        expect(marked.join('').replaceAll(/\s+/gu, ' ')).toBe(plain.join('').replaceAll(/\s+/gu, ' '));
      }),
    );
  });
});

describe('folding', () => {
  it('returns the source position of each folded character', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        const { folded, places } = foldWithPlaces(text);
        expect(folded).toBe(foldText(text));
        expect(places).toHaveLength(folded.length + 1);
        expect(places).toEqual(places.toSorted((one, other) => one - other));
      }),
    );
  });

  it('is folded already when folded again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const once = foldText(text);
        expect(foldText(once)).toBe(once);
      }),
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closedText, factLimits, messageLimits } from '../../../../../renderer/domain/transcript/closed-text';

describe('closedText', () => {
  it('shows what is short whole', () => {
    expect(closedText('two\nlines', messageLimits)).toEqual({ text: 'two\nlines', isCut: false });
  });

  it.each([
    ['a value of 60,000 characters', 'x'.repeat(60_000), factLimits],
    ['a line of 500 line breaks', `a${'\n'.repeat(500)}b`, messageLimits],
    ['500 short lines', 'line\r\n'.repeat(500), messageLimits],
  ])('folds %s', (_what, text, limits) => {
    const closed = closedText(text, limits);
    expect(closed.isCut).toBe(true);
    expect(closed.text.length).toBeLessThanOrEqual(limits.characters);
    expect(closed.text.split(/\r?\n/u).length).toBeLessThanOrEqual(limits.lineBreaks);
  });

  it('never cuts through a grapheme', () => {
    const family = '👩‍👩‍👧';
    const closed = closedText(family.repeat(400), messageLimits);
    expect(closed.text.slice(0, -1).replaceAll(family, '')).toBe('');
  });

  it('shows a beginning of the text within its limits, whatever the text', () => {
    const part = fc.constantFrom('word ', '\n', '\r\n', '\u2028', '👩‍👩‍👧', '🇩🇪', 'e\u0301');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 400 }), (parts) => {
        const text = parts.join('');
        const closed = closedText(text, factLimits);
        if (!closed.isCut) expect(closed.text).toBe(text);
        else expect(text.startsWith(closed.text.slice(0, -1))).toBe(true);
        expect(closed.text.length).toBeLessThanOrEqual(factLimits.characters + 1);
      }),
    );
  });
});

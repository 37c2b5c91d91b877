import { describe, expect, it } from 'vitest';
import { isolated, splitAtMarks, withoutMarks } from '../../../../renderer/domain/invisible-marks';

describe('invisible marks', () => {
  it('are named, or told by their number', () => {
    expect(splitAtMarks('\u200fa\u0007').map((piece) => ('name' in piece ? piece.name : piece.text))).toEqual([
      'RLM',
      'a',
      'U+0007',
    ]);
  });

  it('leave line breaks and tabs alone', () => {
    expect(splitAtMarks('a\n\tb')).toEqual([{ kind: 'text', text: 'a\n\tb' }]);
  });

  it('are taken out of names', () => {
    expect(withoutMarks('Ki\u202em\u200b')).toBe('Kim');
  });
});

describe('isolated', () => {
  it('wraps only names that would turn a sentence round', () => {
    expect(isolated('Kim')).toBe('Kim');
    expect(isolated('يوسف')).toBe('\u2068يوسف\u2069');
    expect(isolated('Kim\u2069')).toBe('Kim');
  });
});

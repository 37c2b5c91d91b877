import { describe, expect, it } from 'vitest';
import {
  isolateBidi,
  splitAtInvisible,
  withoutInvisible,
} from '../../../../../renderer/domain/text/invisible-characters';

describe('invisible marks', () => {
  it('have a name, or their code point', () => {
    expect(splitAtInvisible('\u200fa\u0007').map((piece) => ('name' in piece ? piece.name : piece.text))).toEqual([
      'RLM',
      'a',
      'U+0007',
    ]);
  });

  it('leave line breaks and tabs alone', () => {
    expect(splitAtInvisible('a\n\tb')).toEqual([{ kind: 'text', text: 'a\n\tb' }]);
  });

  it('are taken out of names', () => {
    expect(withoutInvisible('Ki\u202em\u200b')).toBe('Kim');
  });
});

describe('isolated', () => {
  it('wraps only names that would turn a sentence round', () => {
    expect(isolateBidi('Kim')).toBe('Kim');
    expect(isolateBidi('يوسف')).toBe('\u2068يوسف\u2069');
    expect(isolateBidi('Kim\u2069')).toBe('Kim');
  });
});

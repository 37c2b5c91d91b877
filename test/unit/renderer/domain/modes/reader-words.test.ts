import { describe, expect, it } from 'vitest';
import { capitaliseFirst, readerLabels } from '../../../../../renderer/domain/modes/reader-words';
import type { Reader } from '../../../../../renderer/domain/modes/readers';

const translate = (key: string, values: Record<string, string> = {}): string =>
  ({
    'reader.agent': 'the agent',
    'reader.kind.customer': 'customer',
    'reader.ambiguous': `${values['name'] ?? ''} (${values['kind'] ?? ''})`,
  })[key] ?? key;

const reader = (changes: Partial<Reader>): Reader => ({ kind: 'agent', name: 'Ana', isAmbiguous: false, ...changes });

describe('readers in words', () => {
  it('are named, described where unnamed, and qualified where two share a name', () => {
    const readers = [reader({}), reader({ name: null }), reader({ kind: 'customer', isAmbiguous: true })];
    expect(readerLabels(readers, translate)).toEqual(['Ana', 'the agent', 'Ana (customer)']);
  });

  it('open a sentence with a capital, but never change a name', () => {
    expect(capitaliseFirst([reader({ name: null })], 'the agent')).toBe('The agent');
    expect(capitaliseFirst([reader({ name: 'ana' })], 'ana')).toBe('ana');
  });
});

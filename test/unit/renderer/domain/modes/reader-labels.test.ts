import { describe, expect, it } from 'vitest';
import { capitaliseFirst, readerLabels } from '../../../../../renderer/domain/modes/reader-labels';
import type { Reader } from '../../../../../renderer/domain/modes/readers';

const translate = (key: string, values: Record<string, string> = {}): string =>
  ({
    'reader.subject.agent': 'the agent',
    'reader.dative.agent': 'to the agent',
    'reader.kind.customer': 'customer',
    'reader.ambiguous': `${values['name'] ?? ''} (${values['kind'] ?? ''})`,
  })[key] ?? key;

const reader = (changes: Partial<Reader>): Reader => ({ kind: 'agent', name: 'Ana', isAmbiguous: false, ...changes });

describe('readers in words', () => {
  it('are named, described where unnamed, and qualified where two share a name', () => {
    const readers = [reader({}), reader({ name: null }), reader({ kind: 'customer', isAmbiguous: true })];
    expect(readerLabels(readers, translate)).toEqual(['Ana', 'the agent', 'Ana (customer)']);
  });

  it('take the case of their position where a role replaces the name', () => {
    expect(readerLabels([reader({}), reader({ name: null })], translate, 'dative')).toEqual(['Ana', 'to the agent']);
  });

  it('open a sentence with a capital, but never change a name', () => {
    expect(capitaliseFirst([reader({ name: null })], 'the agent')).toBe('The agent');
    expect(capitaliseFirst([reader({ name: 'ana' })], 'ana')).toBe('ana');
  });
});

import { describe, expect, it } from 'vitest';
import { capitaliseFirst, readerLabels } from '../../../../../renderer/domain/modes/reader-labels';
import type { Reader } from '../../../../../renderer/domain/modes/readers';

const translate = (key: string, values: Record<string, string> = {}): string =>
  ({
    'reader.subject.agent': 'the agent',
    'reader.dative.agent': 'to the agent',
    'reader.kind.customer': 'customer',
    'reader.ambiguous': `${values['name'] ?? ''} (${values['kind'] ?? ''})`,
    'reader.setOff': `"${values['name'] ?? ''}", ${values['kind'] ?? ''}`,
    'reader.lookAlike': `${values['kind'] ?? ''} in ${values['letters'] ?? ''}`,
    'reader.letters.latin': 'Latin',
    'reader.letters.cyrillic': 'Cyrillic',
    'reader.letters.greek': 'Greek',
    'reader.letters.other': 'other',
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

  it('are quoted with their kind where a name could be read as our text', () => {
    expect(readerLabels([reader({ kind: 'customer', isSetOff: true })], translate)).toEqual(['"Ana", customer']);
  });

  it.each([
    ['Ana', 'Latin'],
    ['Аnа', 'Latin + Cyrillic'],
    ['Ωmega', 'Latin + Greek'],
    ['佐藤', 'other'],
  ])('spell out the letters of %s where only they differ', (name, letters) => {
    const labels = readerLabels([reader({ kind: 'customer', name, isAmbiguous: true, isLookAlike: true })], translate);
    expect(labels).toEqual([`${name} (customer in ${letters})`]);
  });

  it('open a sentence with a capital, but never change a name', () => {
    expect(capitaliseFirst([reader({ name: null })], 'the agent')).toBe('The agent');
    expect(capitaliseFirst([reader({ name: 'ana' })], 'ana')).toBe('ana');
    expect(capitaliseFirst([reader({ name: null })], '')).toBe('');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Agent, FoundTarget } from '../../../../preload/contract';
import { foldText } from '../../../../preload/contract/text/fold-text';
import { findTargets } from '../../../../main/floor/lookups/find-targets';
import { fuzzyScore } from '../../../../renderer/domain/text/fuzzy';
import { SearchIndex } from '../../../../renderer/domain/search/search-index';
import { parseQuery } from '../../../../renderer/domain/search/search-query';
import { noFilter, filterAgents } from '../../../../renderer/features/agents/agent-filter';

const names = [
  ['lukasz', 'Łukasz Nowak'],
  ['LUKASZ', 'Łukasz Nowak'],
  ['soren', 'Søren Lund'],
  ['gross', 'Ina Groß'],
  ['GROSS', 'Ina Groß'],
  ['isik', 'Ece Işık'],
  ['IŞIK', 'Ece Işık'],
  ['istanbul', 'İSTANBUL'],
  ['oeuvre', 'Œuvre Martin'],
  ["o'brien", 'Pat O’Brien'],
  ['O’BRIEN', "Pat O'Brien"],
  ['SILVA', 'Rita Silva'],
  ['silva', 'RITA SİLVA'],
  ['anne-marie', 'Anne\u2011Marie'],
  ['novak', 'Novák'],
  ['novak', 'Nova\u0301k'],
] as const;

const agent = (name: string): Agent => ({
  id: 'a1',
  userName: 'user',
  name,
  presence: 'ready',
  presenceText: null,
  groups: [],
  chats: [],
});

describe('search for a name', () => {
  it.each(names)('finds it by %s everywhere: %s', (typed, name) => {
    const target: FoundTarget = { kind: 'agent', id: 'a1', name };
    const index = new SearchIndex();
    index.put('chat-1', 1, name);
    const query = parseQuery(typed);
    expect({
      agents: filterAgents([agent(name)], { ...noFilter, text: typed }, () => false).length,
      targets: findTargets([target], typed).targets.length,
      palette: fuzzyScore(typed, name) !== null,
      search: index.find(query).length,
    }).toEqual({ agents: 1, targets: 1, palette: true, search: 1 });
  });
});

describe('foldText', () => {
  const letter = fc.constantFrom(...Array.from('aäåæbcçdđeéfgğhiıİIjklłmnñoöøœpqrsşßtuüvwxyzžΑΣσςЁё’-0٣۴ىكة'));

  it('is the same for either case, either normal form, and a second fold', () => {
    fc.assert(
      fc.property(fc.array(letter, { maxLength: 12 }), (letters) => {
        const text = letters.join('');
        const folded = foldText(text);
        expect(foldText(folded)).toBe(folded);
        expect(foldText(text.normalize('NFD'))).toBe(folded);
        expect(foldText(text.normalize('NFC'))).toBe(folded);
        expect(foldText(text.toUpperCase())).toBe(folded);
        expect(foldText(text.toLowerCase())).toBe(folded);
      }),
    );
  });
});

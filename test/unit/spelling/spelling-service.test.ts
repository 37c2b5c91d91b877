import { expect, it } from 'vitest';
import type { SpellingQuestion } from '../../../main/spelling/messages';
import { SpellingService, type SpellingProcess } from '../../../main/spelling/spelling-service';
import type { Language } from '../../../preload/contract';
import { maxAddedWords } from '../../../preload/contract/spelling';

/** Knows no word at all. */
class StrictProcess implements SpellingProcess {
  readonly asked: SpellingQuestion[] = [];
  isRunning = false;
  isBroken = false;

  ask(question: SpellingQuestion): Promise<readonly string[] | null> {
    this.asked.push(question);
    this.isRunning = !this.isBroken;
    if (this.isBroken) return Promise.resolve(null);
    return Promise.resolve(question.type === 'check' ? question.words : ['the']);
  }
}

function setUp(language: Language = 'en') {
  const process = new StrictProcess();
  let stored = { checksSpelling: true, addedWords: ['Sightline'] as readonly string[] };
  const settings = {
    current: () => stored,
    change: (patch: Partial<typeof stored>) => {
      stored = { ...stored, ...patch };
    },
  };
  return { process, settings, service: new SpellingService({ process, settings, language: () => language }) };
}

it('asks for each word once, and never for those that the supervisor added', async () => {
  const { process, service } = setUp();
  expect(await service.misspelt(['Sightline', 'teh', 'teh'])).toEqual(['teh']);
  expect(await service.misspelt(['Sightline'])).toEqual([]);
  expect(process.asked).toEqual([{ type: 'check', words: ['teh'], use: ['en', 'en-gb'] }]);
});

it('knows nothing while it is off, and does not start the process', async () => {
  const { process, settings, service } = setUp();
  settings.change({ checksSpelling: false });
  expect(await service.misspelt(['teh'])).toBeNull();
  expect(await service.suggestions('teh')).toBeNull();
  expect(process.asked).toEqual([]);
});

it('does not call a word right because the process cannot answer', async () => {
  const { process, service } = setUp();
  process.isBroken = true;
  expect(await service.misspelt(['teh'])).toBeNull();
});

it('asks once for suggestions, so that the menu does not wait twice, and never starts the process for them', async () => {
  const { process, service } = setUp();
  expect(await service.suggestions('teh')).toBeNull();
  expect(process.asked).toEqual([]);
  await service.misspelt(['teh']);
  expect(await service.suggestions('teh')).toEqual(['the']);
  expect(await service.suggestions('Sightline')).toBeNull();
  expect(await service.suggestions('two words')).toBeNull();
  expect(await service.suggestions('a'.repeat(61))).toBeNull();
});

it('adds a word as it is looked up, once, and drops the oldest of too many', () => {
  const { settings, service } = setUp();
  service.addWord('don\u2019t');
  service.addWord("don't");
  service.addWord('a'.repeat(61));
  expect(settings.current().addedWords).toEqual(['Sightline', "don't"]);
  settings.change({ addedWords: Array.from({ length: maxAddedWords }, (_, at) => `word${at}`) });
  service.addWord('newest');
  expect(settings.current().addedWords).toHaveLength(maxAddedWords);
  expect(settings.current().addedWords.at(-1)).toBe('newest');
  expect(settings.current().addedWords).not.toContain('word0');
});

it.each([
  ['en', ['en', 'en-gb']],
  ['de', ['de', 'en', 'en-gb']],
  ['ar', ['en', 'en-gb']],
] as const)('uses the dictionaries for %s', async (language, use) => {
  const { process, service } = setUp(language);
  await service.misspelt(['teh']);
  expect(process.asked).toEqual([{ type: 'check', words: ['teh'], use }]);
});

import { expect, it } from 'vitest';
import { SpellingService, type SpellingProcess, type SpellingQuestion } from '../../../main/spelling/spelling-service';
import type { Language } from '../../../preload/contract';

/** Knows no word at all. */
class StrictProcess implements SpellingProcess {
  readonly asked: SpellingQuestion[] = [];
  isGone = false;

  ask(question: SpellingQuestion): Promise<readonly string[] | null> {
    this.asked.push(question);
    if (this.isGone) return Promise.resolve(null);
    return Promise.resolve(question.type === 'check' ? question.words : ['the']);
  }

  stop(): void {
    this.isGone = true;
  }
}

function setUp(language: Language = 'en') {
  const process = new StrictProcess();
  const settings = { checksSpelling: true, ownWords: ['Sightline'] as readonly string[] };
  return {
    process,
    settings,
    service: new SpellingService({ process, settings: () => settings, language: () => language }),
  };
}

it('never asks for the words that the supervisor added', async () => {
  const { process, service } = setUp();
  expect(await service.misspelt(['Sightline', 'teh'])).toEqual(['teh']);
  expect(await service.misspelt(['Sightline'])).toEqual([]);
  expect(process.asked).toEqual([{ type: 'check', words: ['teh'], use: ['en', 'en-gb'] }]);
});

it('marks nothing while it is off, and does not start the process', async () => {
  const { process, settings, service } = setUp();
  settings.checksSpelling = false;
  expect(await service.misspelt(['teh'])).toEqual([]);
  expect(process.asked).toEqual([]);
});

it('marks and suggests nothing when the process cannot answer', async () => {
  const { process, service } = setUp();
  process.stop();
  expect([await service.misspelt(['teh']), await service.suggest('teh')]).toEqual([[], []]);
});

it.each([
  ['en', ['en', 'en-gb']],
  ['de', ['de', 'en', 'en-gb']],
  ['ar', ['en', 'en-gb']],
] as const)('uses the dictionaries for %s', async (language, use) => {
  const { process, service } = setUp(language);
  await service.suggest('teh');
  expect(process.asked).toEqual([{ type: 'suggest', word: 'teh', use }]);
});

import { describe, expect, test } from 'vitest';
import type { ScenarioStep } from '../../../../main/practice/simulation/scenario';
import { scenarios } from '../../../../main/practice/simulation/scenarios/scenarios';

const lines = (beats: readonly ScenarioStep[]): string[] =>
  beats.flatMap((beat) => ('text' in beat ? [beat.text] : []));

describe('scenarios', () => {
  test('contain at least a dozen with different names, each with several messages by both sides', () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(12);
    expect(new Set(scenarios.map(({ name }) => name)).size).toBe(scenarios.length);
    for (const { name, beats, customers } of scenarios) {
      const speakers = new Set(beats.map(({ does }) => does));
      expect([name, lines(beats).length >= 5, speakers.has('customerSays'), speakers.has('agentSays')]).toEqual([
        name,
        true,
        true,
        true,
      ]);
      expect(customers.length).toBeGreaterThanOrEqual(3);
    }
  });

  test('cover English, German, French, Spanish, Arabic and Japanese', () => {
    expect([...new Set(scenarios.map(({ language }) => language))].sort()).toEqual([
      'ar',
      'de',
      'en',
      'es',
      'fr',
      'ja',
    ]);
    const ofLanguage = (language: string) =>
      scenarios
        .filter((script) => script.language === language)
        .flatMap(({ beats }) => lines(beats))
        .join('');
    expect(ofLanguage('ar')).toMatch(/\p{Script=Arabic}/u);
    expect(ofLanguage('ja')).toMatch(/\p{Script=Hiragana}/u);
    expect(ofLanguage('en')).toMatch(/\p{Extended_Pictographic}/u);
  });

  test('include a refund requested three times, a customer who leaves, a queue and a transfer', () => {
    const refund = scenarios.find(({ name }) => name === 'refund-three-times');
    const asked = (refund?.beats ?? []).filter(
      (beat) => beat.does === 'customerSays' && /refund|money back/i.test(beat.text),
    );
    expect(asked.length).toBeGreaterThanOrEqual(3);
    const happens = new Set(scenarios.flatMap(({ beats }) => beats.map(({ does }) => does)));
    for (const does of ['customerLeaves', 'queue', 'transfer', 'agentWhispers', 'pause'] as const)
      expect(happens).toContain(does);
  });

  test('contain no placeholders but the two known ones', () => {
    const blanks = scenarios.flatMap(({ beats }) => lines(beats)).flatMap((line) => line.match(/\{\w*\}/g) ?? []);
    expect(new Set(blanks)).toEqual(new Set(['{customer}', '{agent}']));
  });
});

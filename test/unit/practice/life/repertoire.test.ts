import { describe, expect, test } from 'vitest';
import type { Beat } from '../../../../main/practice/life/script';
import { repertoire } from '../../../../main/practice/life/scripts/repertoire';

const lines = (beats: readonly Beat[]): string[] => beats.flatMap((beat) => ('text' in beat ? [beat.text] : []));

describe('the repertoire', () => {
  test('has at least a dozen stories with different names, each of several lines by both sides', () => {
    expect(repertoire.length).toBeGreaterThanOrEqual(12);
    expect(new Set(repertoire.map(({ name }) => name)).size).toBe(repertoire.length);
    for (const { name, beats, customers } of repertoire) {
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

  test('speaks English, German, French, Spanish, Arabic and Japanese', () => {
    expect([...new Set(repertoire.map(({ language }) => language))].sort()).toEqual([
      'ar',
      'de',
      'en',
      'es',
      'fr',
      'ja',
    ]);
    const ofLanguage = (language: string) =>
      repertoire
        .filter((script) => script.language === language)
        .flatMap(({ beats }) => lines(beats))
        .join('');
    expect(ofLanguage('ar')).toMatch(/\p{Script=Arabic}/u);
    expect(ofLanguage('ja')).toMatch(/\p{Script=Hiragana}/u);
    expect(ofLanguage('en')).toMatch(/\p{Extended_Pictographic}/u);
  });

  test('holds a refund asked for three times, a customer who leaves, a queue and a transfer', () => {
    const refund = repertoire.find(({ name }) => name === 'refund-three-times');
    const asked = (refund?.beats ?? []).filter(
      (beat) => beat.does === 'customerSays' && /refund|money back/i.test(beat.text),
    );
    expect(asked.length).toBeGreaterThanOrEqual(3);
    const happens = new Set(repertoire.flatMap(({ beats }) => beats.map(({ does }) => does)));
    for (const does of ['customerLeaves', 'queue', 'transfer', 'agentWhispers', 'pause'] as const)
      expect(happens).toContain(does);
  });

  test('leaves no blank unfilled but the two it knows', () => {
    const blanks = repertoire.flatMap(({ beats }) => lines(beats)).flatMap((line) => line.match(/\{\w*\}/g) ?? []);
    expect(new Set(blanks)).toEqual(new Set(['{customer}', '{agent}']));
  });
});

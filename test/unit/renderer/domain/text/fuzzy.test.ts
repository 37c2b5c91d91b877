import { describe, expect, it } from 'vitest';
import { fuzzyScore } from '../../../../../renderer/domain/text/fuzzy';

const names = [
  'Return to monitoring',
  'Return to monitoring in all chats',
  'Barge in',
  'Coach',
  'Go to settings',
  'Ana Ruiz',
  'Anastasia Petrova',
  'Marek Novák',
  'يوسف الحدّاد',
];

function best(typed: string): readonly string[] {
  return names
    .flatMap((name) => {
      const score = fuzzyScore(typed, name);
      return score === null ? [] : [{ name, score }];
    })
    .toSorted((one, other) => other.score - one.score)
    .map(({ name }) => name);
}

describe('finding a name by a few letters', () => {
  it.each([
    ['moni', ['Return to monitoring', 'Return to monitoring in all chats']],
    ['monitoring return', ['Return to monitoring', 'Return to monitoring in all chats']],
    ['rmchats', ['Return to monitoring in all chats']],
    ['ana', ['Ana Ruiz', 'Anastasia Petrova']],
    ['novak', ['Marek Novák']],
    ['الحداد', ['يوسف الحدّاد']],
    ['ruiz ana', ['Ana Ruiz']],
    ['arge', ['Barge in']],
    ['zzz', []],
  ])('"%s"', (typed, expected) => {
    expect(best(typed)).toEqual(expected);
  });
});

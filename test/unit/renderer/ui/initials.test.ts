import { expect, it } from 'vitest';
import { initialsOf } from '../../../../renderer/ui/initials';

it.each([
  ['Kim Delacroix', 'KD'],
  ['T. Okafor', 'TO'],
  ['ana.ruiz', 'AR'],
  ['Wilhelmina von Hohenzollern', 'WH'],
  ['Élodie', 'É'],
  ['يوسف الحداد', 'يا'],
  ['佐藤 健', '佐健'],
  ['👩‍👩‍👧 Family', '👩‍👩‍👧F'],
  ['“Quoted” Name', 'QN'],
  ['   ', '?'],
  ['', '?'],
])('shortens "%s" to "%s"', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});

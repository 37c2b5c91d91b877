import { describe, expect, it } from 'vitest';
import { arabic } from '../../../../main/electron/languages/arabic';
import { english, type Words } from '../../../../main/electron/languages/english';
import { german } from '../../../../main/electron/languages/german';

type Counted<Group> = {
  [Key in keyof Group]: Group[Key] extends (count: number) => string ? Key : never;
}[keyof Group];

/** Every text that counts something: the compiler asks for a new one to be entered here. */
const countedKeys: Readonly<Record<Counted<Words>, true>> = {
  stillVisibleBody: true,
  manyNotices: true,
  visibleIn: true,
  maybeVisibleIn: true,
  invitedTo: true,
};
const countedWhenStopped: Readonly<Record<Counted<Words['stopped']>, true>> = { drafts: true, stepBack: true };

const keysOf = <Key extends string>(keys: Readonly<Record<Key, true>>): Key[] => Object.keys(keys) as Key[];

describe.each([
  [english, '5,000'],
  [german, '5.000'],
  [arabic, '5,000'],
] as const)('the texts of the tray, notifications and the plain page in $language', (words, grouped) => {
  it('group their numbers', () => {
    const texts = [
      ...keysOf(countedKeys).map((key) => words[key](5000)),
      ...keysOf(countedWhenStopped).map((key) => words.stopped[key](5000)),
    ];
    for (const text of texts) expect(text).toContain(grouped);
  });
});

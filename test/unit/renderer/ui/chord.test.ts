import { describe, expect, it } from 'vitest';
import { canonicalChord, chordsOf, isSingleKey } from '../../../../renderer/ui/keys/chord';

interface KeyInit extends KeyboardEventInit {
  readonly isAltGraph?: boolean;
}

function press(key: string, code: string, { isAltGraph = false, ...held }: KeyInit = {}): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, code, ...held });
  Object.defineProperty(event, 'getModifierState', { value: (name: string) => name === 'AltGraph' && isAltGraph });
  return event;
}

describe('what a press may mean', () => {
  it.each<[string, KeyboardEvent, readonly string[]]>([
    ['a letter', press('j', 'KeyJ'), ['j']],
    ['a letter with caps lock', press('J', 'KeyJ'), ['j']],
    ['a letter with Shift', press('W', 'KeyW', { shiftKey: true }), ['Shift+w']],
    ['the printed letter of a French keyboard', press('a', 'KeyQ'), ['a']],
    ['a letter on an Arabic keyboard', press('ت', 'KeyJ'), ['ت', 'j']],
    ['a chord on an Arabic keyboard', press('ن', 'KeyK', { ctrlKey: true }), ['$mod+ن', '$mod+k']],
    [
      'a chord on a Russian keyboard',
      press('Л', 'KeyK', { ctrlKey: true, shiftKey: true }),
      ['$mod+л', '$mod+Shift+k'],
    ],
    ['a digit with Ctrl on a French keyboard', press('&', 'Digit1', { ctrlKey: true }), ['$mod+&', '$mod+1']],
    ['a question mark where it needs Shift', press('?', 'Slash', { shiftKey: true }), ['?']],
    ['a question mark on a German keyboard', press('?', 'Minus', { shiftKey: true }), ['?']],
    ['an Arabic question mark', press('؟', 'Slash', { shiftKey: true }), ['?']],
    ['an Arabic digit', press('٣', 'Digit3', { ctrlKey: true }), ['$mod+3']],
    ['a sign made with AltGr', press('@', 'KeyQ', { ctrlKey: true, altKey: true, isAltGraph: true }), ['@', 'q']],
    ['a key with a name', press('Escape', 'Escape', { shiftKey: true }), ['Shift+Escape']],
    ['a modifier alone', press('Control', 'ControlLeft', { ctrlKey: true }), []],
    ['a dead key', press('Dead', 'Quote'), []],
    ['a key an input method has taken', press('Process', 'KeyA'), []],
  ])('of %s', (_, event, expected) => {
    expect(chordsOf(event, false)).toEqual(expected);
  });

  it('takes Command for the main modifier on a Mac', () => {
    expect(chordsOf(press('k', 'KeyK', { metaKey: true }), true)).toEqual(['$mod+k']);
    expect(chordsOf(press('k', 'KeyK', { ctrlKey: true }), true)).toEqual(['Control+k']);
  });
});

describe('a chord', () => {
  it.each([
    ['[Shift]+?', '?'],
    ['Shift+$mod+K', '$mod+Shift+k'],
    ['$mod++', '$mod++'],
    ['$mod+,', '$mod+,'],
    ['Escape', 'Escape'],
    [' ', ' '],
  ])('%s is written %s', (written, canonical) => {
    expect(canonicalChord(written)).toBe(canonical);
    expect(canonicalChord(canonical)).toBe(canonical);
  });

  it.each([
    ['j', true],
    ['Shift+w', true],
    ['?', true],
    ['$mod+k', false],
    ['Alt+x', false],
    ['Escape', false],
    ['ArrowDown', false],
  ])('%s is a single key: %s', (chord, isSingle) => {
    expect(isSingleKey(chord)).toBe(isSingle);
  });
});

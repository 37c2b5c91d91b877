import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { takesText } from '../../../../renderer/ui/keys/key-map';
import { createSentenceGuard, sentencePauseMs, typingPauseMs } from '../../../../renderer/ui/keys/sentence-guard';

let undo: (() => void)[] = [];
beforeEach(() => {
  document.body.innerHTML = '<textarea id="field"></textarea><input id="other" /><button id="button">Go</button>';
});
afterEach(() => {
  for (const one of undo) one();
  undo = [];
});

const find = (id: string): HTMLElement => {
  const element = document.getElementById(id);
  if (element === null) throw new Error(`${id} is in the document`);
  return element;
};

function open() {
  let ms = 10_000;
  const guard = createSentenceGuard({ elapsedMs: () => ms, takesText });
  const commands: string[] = [];
  undo.push(guard.listenFirst(window));
  const listener = (event: KeyboardEvent): void => {
    if (!takesText(event.target)) commands.push(event.key);
    // As a composer does with the Enter that sends.
    else if (event.key === 'Enter') event.preventDefault();
  };
  window.addEventListener('keydown', listener);
  undo.push(() => {
    window.removeEventListener('keydown', listener);
  });
  undo.push(guard.listenLast(window));
  const press = (key: string, held: KeyboardEventInit = {}): boolean => {
    const target = document.activeElement ?? document.body;
    return target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held }));
  };
  return {
    guard,
    commands,
    press,
    type: (text: string, betweenMs = 90) => {
      for (const key of text) {
        press(key);
        ms += betweenMs;
      }
    },
    pass: (forMs: number) => (ms += forMs),
    click: (id: string) => {
      find(id).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
      find(id).focus();
    },
  };
}

describe('the sentence guard', () => {
  it('gives letters back to a field that lost the keyboard', () => {
    const { type, commands } = open();
    find('field').focus();
    type('He is');
    find('field').blur();
    type(' lying');
    expect([commands, document.activeElement]).toEqual([[], find('field')]);
  });

  it('lets no letter, space, Enter or arrow do anything after its field is gone, however long the pause', () => {
    const { type, press, pass, commands, guard } = open();
    find('field').focus();
    type('He is ly');
    find('field').remove();
    pass(60_000);
    type('nb t');
    for (const key of ['Enter', 'Backspace', 'ArrowDown']) press(key);
    expect([commands, guard.isStray.value]).toEqual([[], true]);
  });

  it.each([
    ['Escape', {}],
    ['Tab', {}],
    ['Enter', { ctrlKey: true }],
  ])('ends with %s %j, which does nothing else', (key, held) => {
    const { type, press, commands, guard } = open();
    find('field').focus();
    type('He');
    find('field').remove();
    press('n');
    expect(press(key, held)).toBe(false);
    press('n');
    expect([commands, guard.isStray.value]).toEqual([['n'], false]);
  });

  it('ends with keys that are held together, and these work: also the way back to monitoring', () => {
    const { type, press, commands } = open();
    find('field').focus();
    type('He');
    find('field').remove();
    press('Escape', { shiftKey: true });
    press('n');
    expect(commands).toEqual(['Escape', 'n']);
  });

  it('ends with a click elsewhere', () => {
    const { type, press, commands, click } = open();
    find('field').focus();
    type('He');
    click('button');
    press('n');
    expect(commands).toEqual(['n']);
  });

  it('does not let a program carry a sentence into another text field', () => {
    const { type, press } = open();
    find('field').focus();
    type('He');
    find('field').remove();
    find('other').focus();
    expect(press('x')).toBe(false);
  });

  it('keeps a letter on the heels of a sent sentence from being a command, and one after a pause not', () => {
    const { type, press, pass, commands } = open();
    find('field').focus();
    type('He');
    press('Enter');
    find('field').remove();
    type('an');
    expect(commands).toEqual([]);
    pass(sentencePauseMs);
    press('n');
    expect(commands).toEqual(['n']);
  });

  it('takes letters at typing speed for a sentence, but not a key pressed again and again, nor one after the other', () => {
    const { type, pass, commands } = open();
    type('jjjjjj');
    pass(2_000);
    type('jc');
    pass(2_000);
    type('jnjk', typingPauseMs);
    expect(commands.join('')).toBe('jjjjjjjcjnjk');
    pass(2_000);
    commands.length = 0;
    type('hello');
    expect(commands.join('')).toBe('he');
    pass(2_000);
    commands.length = 0;
    type('so keep');
    expect(commands.join('').trim()).toBe('so');
  });

  it('knows whose the next letter is', () => {
    const { guard, type, press, click } = open();
    const field = find('field');
    expect(guard.isWriting(field)).toBe(false);
    field.focus();
    expect(guard.isWriting(field)).toBe(true);
    press('Escape');
    expect(guard.isWriting(field)).toBe(false);
    type('H');
    press('Enter');
    expect(guard.isWriting(field)).toBe(true);
    click('button');
    expect([guard.isWriting(field), guard.isWriting(null)]).toEqual([false, false]);
  });

  it('lets no letter act for a field that was refused, and says so until a deliberate key', () => {
    const { guard, type, press, pass, commands } = open();
    guard.refused();
    type('just let');
    pass(5_000);
    press('Enter');
    type('j');
    expect([commands, guard.isStray.value]).toEqual([[], true]);
    press('Escape');
    expect(guard.isStray.value).toBe(false);
    commands.length = 0;
    pass(2_000);
    type('j');
    expect(commands).toEqual(['j']);
  });

  it('leaves letters alone that come long after a refusal, and a sentence that is under way', () => {
    const { guard, type, pass, commands } = open();
    guard.refused();
    pass(sentencePauseMs);
    type('j');
    expect([commands, guard.isStray.value]).toEqual([['j'], false]);
    find('field').focus();
    type('He is');
    guard.refused();
    expect(guard.isWriting(find('field'))).toBe(true);
  });

  it('counts a composition and a paste as writing', () => {
    const { guard } = open();
    for (const name of ['compositionstart', 'paste']) {
      guard.release();
      find('field').dispatchEvent(new Event(name, { bubbles: true }));
      expect(guard.isWriting(find('field'))).toBe(true);
    }
  });
});

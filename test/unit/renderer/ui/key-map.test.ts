import { afterEach, describe, expect, it, vi } from 'vitest';
import { createKeyMap, printedCaps, type KeyBinding } from '../../../../renderer/ui/keys/key-map';
import { listenToKeys } from '../../../../renderer/ui/keys/listen-to-keys';

const undos: (() => void)[] = [];
afterEach(() => {
  for (const undo of undos.splice(0)) undo();
  document.body.replaceChildren();
});

function keyboard(isLayerOpen: () => boolean = () => false) {
  const keyMap = createKeyMap({ isMac: false, isLayerOpen });
  undos.push(listenToKeys(keyMap, window));
  const press = (key: string, options: KeyboardEventInit = {}, target: HTMLElement = document.body): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...options });
    target.dispatchEvent(event);
    return event;
  };
  return { keyMap, press };
}

function binding(wish: Partial<KeyBinding> & Pick<KeyBinding, 'keys' | 'run'>): KeyBinding {
  return { id: 'test', labelKey: 'label', groupKey: 'group', ...wish };
}

function field(): HTMLInputElement {
  const input = document.createElement('input');
  document.body.append(input);
  return input;
}

describe('the table of keys', () => {
  it('runs what is registered, and no longer after its undo', () => {
    const { keyMap, press } = keyboard();
    const run = vi.fn();
    const undo = keyMap.register([binding({ keys: ['j'], run })]);
    expect(press('j').defaultPrevented).toBe(true);
    undo();
    expect(press('j').defaultPrevented).toBe(false);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('never takes a letter from a text', () => {
    const { keyMap, press } = keyboard();
    const run = vi.fn();
    keyMap.register([binding({ keys: ['j'], run })]);
    press('j', {}, field());
    expect(run).not.toHaveBeenCalled();
  });

  it('takes Escape from a text, but not while an input method composes', () => {
    const { keyMap, press } = keyboard();
    const run = vi.fn();
    keyMap.register([binding({ keys: ['Escape'], worksInText: true, run })]);
    const input = field();
    press('Escape', { isComposing: true }, input);
    expect(run).not.toHaveBeenCalled();
    press('Escape', {}, input);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('leaves the keyboard to a menu or dialog that is open', () => {
    let isOpen = true;
    const { keyMap, press } = keyboard(() => isOpen);
    const run = vi.fn();
    keyMap.register([binding({ keys: ['Escape'], worksInText: true, run })]);
    press('Escape');
    isOpen = false;
    press('Escape');
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('gives a key to the latest whose condition holds', () => {
    const { keyMap, press } = keyboard();
    const ran: string[] = [];
    let isLateOn = true;
    keyMap.register([binding({ keys: ['w'], run: () => ran.push('early') })]);
    keyMap.register([binding({ keys: ['w'], when: () => isLateOn, run: () => ran.push('late') })]);
    press('w');
    isLateOn = false;
    press('w');
    expect(ran).toEqual(['late', 'early']);
  });

  it('repeats only what may repeat', () => {
    const { keyMap, press } = keyboard();
    const ran: string[] = [];
    keyMap.register([
      binding({ keys: ['j'], repeats: true, run: () => ran.push('walk') }),
      binding({ keys: ['b'], run: () => ran.push('barge') }),
    ]);
    press('j', { repeat: true });
    press('b', { repeat: true });
    expect(ran).toEqual(['walk']);
  });

  it.each([
    ['$mod+f', false, 'Ctrl F'],
    ['$mod+1', true, '⌘ 1'],
    ['Escape', false, 'Esc'],
    ['[Shift]+?', false, '?'],
    ['Shift+Escape', false, 'Shift Esc'],
    ['ArrowDown', false, '↓'],
  ])('prints %s (mac: %s) as "%s"', (keys, isMac, caps) => {
    expect(printedCaps(keys, isMac)).toBe(caps);
  });
});

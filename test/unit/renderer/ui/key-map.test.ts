import { afterEach, describe, expect, it, vi } from 'vitest';
import { createKeyMap, type KeyBinding, type KeyOverrides } from '../../../../renderer/ui/keys/key-map';
import { listenToKeys } from '../../../../renderer/ui/keys/listen-to-keys';

const disposers: (() => void)[] = [];
afterEach(() => {
  for (const dispose of disposers.splice(0)) dispose();
  document.body.replaceChildren();
});

function keyboard(isLayerOpen: () => boolean = () => false, choices?: () => KeyOverrides) {
  const keyMap = createKeyMap({ isMac: false, isLayerOpen, ...(choices === undefined ? {} : { choices }) });
  disposers.push(listenToKeys(keyMap, window));
  const press = (key: string, options: KeyboardEventInit = {}, target: HTMLElement = document.body): KeyboardEvent => {
    const event = new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true, ...options });
    target.dispatchEvent(event);
    return event;
  };
  return { keyMap, press };
}

function binding(changes: Partial<KeyBinding> & Pick<KeyBinding, 'keys' | 'run'>): KeyBinding {
  return { id: 'test', labelKey: 'label', groupKey: 'group', ...changes };
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

  it('keeps no function of what was registered, since functions hold the component', () => {
    const { keyMap } = keyboard();
    const all = binding({ keys: ['j'], isGuarded: true, run: vi.fn(), when: () => true, choose: vi.fn() });
    keyMap.register([all])();
    expect(keyMap.actions).toEqual([
      { id: 'test', keys: ['j'], labelKey: 'label', groupKey: 'group', isGuarded: true },
    ]);
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

  it('runs an action by the key that was chosen for it, and no longer by the usual one', () => {
    const { keyMap, press } = keyboard(undefined, () => ({
      areSingleKeysOn: true,
      chosen: { test: ['Shift+$mod+Y'] },
    }));
    const run = vi.fn();
    keyMap.register([binding({ keys: ['j'], run })]);
    press('j');
    expect(run).not.toHaveBeenCalled();
    press('Y', { ctrlKey: true, shiftKey: true });
    expect(run).toHaveBeenCalledTimes(1);
    expect(keyMap.keyLabelOf('test')).toBe('Ctrl Shift Y');
  });

  it('leaves what must never be out of reach its keys, whatever a file says', () => {
    const { keyMap, press } = keyboard(undefined, () => ({
      areSingleKeysOn: true,
      chosen: { other: ['Shift+Escape', 'x'], panic: [] },
    }));
    const panic = vi.fn();
    const other = vi.fn();
    keyMap.register([
      binding({ id: 'panic', keys: ['Shift+Escape'], isKeyReserved: true, run: panic }),
      binding({ id: 'other', keys: ['o'], run: other }),
    ]);
    press('Escape', { shiftKey: true });
    expect([panic.mock.calls.length, other.mock.calls.length]).toEqual([1, 0]);
    press('x');
    expect(other).toHaveBeenCalledTimes(1);
    expect([keyMap.keysOf('panic'), keyMap.keysOf('other'), keyMap.overriddenKeysOf('other')]).toEqual([
      ['Shift+Escape'],
      ['x'],
      ['Shift+Escape'],
    ]);
  });

  it('never takes a chosen letter from a text, even for what works there by its usual key', () => {
    const { keyMap, press } = keyboard(undefined, () => ({ areSingleKeysOn: true, chosen: { test: ['x'] } }));
    const run = vi.fn();
    keyMap.register([binding({ keys: ['Escape'], worksInText: true, run })]);
    press('x', {}, field());
    expect(run).not.toHaveBeenCalled();
    press('x');
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('leaves letters alone where they are turned off, and nothing else', () => {
    const { keyMap, press } = keyboard(undefined, () => ({ areSingleKeysOn: false, chosen: {} }));
    const ran: string[] = [];
    keyMap.register([
      binding({ id: 'letter', keys: ['j'], run: () => ran.push('letter') }),
      binding({ id: 'escape', keys: ['Escape'], run: () => ran.push('escape') }),
      binding({ id: 'chord', keys: ['$mod+j'], run: () => ran.push('chord') }),
    ]);
    press('j');
    press('Escape');
    press('j', { ctrlKey: true });
    expect(ran).toEqual(['escape', 'chord']);
  });

  it('works on a keyboard of another script', () => {
    const { keyMap, press } = keyboard();
    const run = vi.fn();
    keyMap.register([binding({ keys: ['j'], run })]);
    press('ت', { code: 'KeyJ' });
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('lists an action also while nothing on the screen does it', () => {
    const keyMap = createKeyMap({
      isMac: false,
      isLayerOpen: () => false,
      catalogue: [{ id: 'far', keys: ['f'], labelKey: 'far', groupKey: 'group' }],
    });
    const undo = keyMap.register([binding({ id: 'near', keys: ['n'], run: vi.fn() })]);
    undo();
    expect(keyMap.actions.map(({ id }) => id)).toEqual(['far', 'near']);
    expect(keyMap.bindingOf('far')).toBeUndefined();
    expect(keyMap.keyLabelOf('far')).toBe('F');
  });

  it.each([
    ['$mod+f', false, 'Ctrl F'],
    ['$mod+1', true, '⌘ 1'],
    ['Escape', false, 'Esc'],
    ['[Shift]+?', false, '?'],
    ['Shift+Escape', false, 'Shift Esc'],
    ['ArrowDown', false, '↓'],
  ])('prints %s (mac: %s) as "%s"', (keys, isMac, caps) => {
    expect(createKeyMap({ isMac, isLayerOpen: () => false }).labelOf(keys)).toBe(caps);
  });

  it('prints the words of another language, each as a single cap', () => {
    const german: Readonly<Record<string, string>> = { Control: 'Strg', PageUp: 'Bild auf' };
    const keyMap = createKeyMap({ isMac: false, isLayerOpen: () => false, capWord: (cap) => german[cap] ?? cap });
    expect(keyMap.labelOf('$mod+PageUp')).toBe('Strg Bild\u00a0auf');
  });
});

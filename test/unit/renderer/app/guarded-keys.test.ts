import { afterEach, describe, expect, it } from 'vitest';
import { keyCatalogue } from '../../../../renderer/features/shortcuts/key-catalogue';
import { isBareKey, partsOf } from '../../../../renderer/ui/keys/chord';
import { createKeyMap, type KeyOverrides } from '../../../../renderer/ui/keys/key-map';
import { listenToKeys } from '../../../../renderer/ui/keys/listen-to-keys';
import { holdMs } from '../../../../renderer/ui/hold/use-hold';
import { holdKey } from '../../../support/renderer/hold-key';

const disposers: (() => void)[] = [];
afterEach(() => {
  for (const dispose of disposers.splice(0)) dispose();
});

const guarded = keyCatalogue.filter(({ isGuarded }) => isGuarded === true);
const letters = Array.from('abcdefghijklmnopqrstuvwxyz');
/** The keys around J, K and N on a QWERTY keyboard, and on a QWERTZ one. */
const nextToMovement = new Set(Array.from('uhmilbo,zi'));

/** Every guarded action of the console, each noting that it was done. */
function keyboard(chosen: KeyOverrides['chosen'] = {}) {
  const keyMap = createKeyMap({
    isMac: false,
    isLayerOpen: () => false,
    catalogue: keyCatalogue,
    choices: () => ({ areSingleKeysOn: true, chosen }),
  });
  const done: string[] = [];
  keyMap.register(guarded.map((action) => ({ ...action, run: () => void done.push(action.id) })));
  disposers.push(listenToKeys(keyMap, window));
  const press = (type: 'keydown' | 'keyup', key: string, options: KeyboardEventInit = {}): void => {
    const code = `Key${key.toUpperCase()}`;
    const shiftKey = /^[A-Z]$/u.test(key);
    window.dispatchEvent(new KeyboardEvent(type, { key, code, shiftKey, bubbles: true, cancelable: true, ...options }));
  };
  return { keyMap, done, press };
}

describe('what shows or loses something', () => {
  it('is in the catalogue as such', () => {
    const ids = guarded.map(({ id }) => id);
    for (const id of ['chat.mode.bargeIn', 'chat.leave', 'chat.transfer', 'chat.complete', 'floor.stop'])
      expect(ids).toContain(id);
  });

  it('is done by no letter that is pressed, small or capital', () => {
    const { done, press } = keyboard();
    for (const letter of [...letters, ...letters.map((one) => one.toUpperCase())]) {
      press('keydown', letter);
      press('keyup', letter);
    }
    expect(done).toEqual([]);
  });

  it('is done by no letter somebody chose earlier either, but by holding it', () => {
    for (const { id } of guarded) {
      for (const letter of letters) {
        const { done, press } = keyboard({ [id]: [letter] });
        press('keydown', letter);
        press('keyup', letter);
        expect(done, `${id} by ${letter}`).toEqual([]);
        holdKey(letter);
        expect(done, `${id} by holding ${letter}`).toContain(id);
        for (const dispose of disposers.splice(0)) dispose();
      }
    }
  });

  it('is nothing when another key follows while it is down, as in typing', () => {
    const { keyMap, done, press } = keyboard();
    press('keydown', 'b');
    press('keydown', 'u');
    expect(keyMap.held.value).toMatchObject({ id: 'chat.mode.bargeIn', isOver: true });
    press('keyup', 'b');
    press('keyup', 'u');
    holdKey('b', window, holdMs - 1);
    expect(done).toEqual([]);
    holdKey('b');
    expect(done).toEqual(['chat.mode.bargeIn']);
  });

  it('is never next to J, K or N if it has no confirmation', () => {
    const asksNothing = guarded.filter(({ id }) => id === 'chat.leave' || id === 'chat.complete');
    for (const { id, keys } of asksNothing) {
      for (const chord of keys) {
        expect(isBareKey(chord), `${id}: ${chord}`).toBe(false);
        expect(nextToMovement.has(partsOf(chord).key), `${id}: ${chord}`).toBe(false);
      }
    }
    expect(asksNothing).toHaveLength(2);
  });

  it('gives its usual key away to the action it was chosen for', () => {
    const { keyMap } = keyboard({ 'chat.pushUrl': ['$mod+Shift+x'] });
    expect(keyMap.keysOf('chat.leave')).toEqual([]);
    expect(keyMap.keysOf('chat.pushUrl')).toEqual(['$mod+Shift+x']);
  });

  it('says in its hints that it is held', () => {
    const { keyMap } = keyboard({ 'chat.leave': ['l', 'Alt+l'] });
    expect(keyMap.keyLabelOf('chat.mode.bargeIn')).toBe('Hold B');
    expect(keyMap.waysOf('chat.leave')).toEqual(['Hold L', 'Alt L']);
    expect(keyMap.keyLabelOf('chat.mode.coach')).toBe('C');
  });
});

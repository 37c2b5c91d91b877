import type { KeyBinding } from '../../ui/keys/key-map';

/** The shortcuts of the Agents screen. Arrow keys, range selection and Space belong to the list itself. */
export function agentKeys(targets: {
  readonly hasMeant: () => boolean;
  readonly watch: (isAsked: boolean) => void;
  readonly stop: (isAsked: boolean) => void;
  readonly chooseAll: () => void;
  readonly enterList: () => void;
}): readonly KeyBinding[] {
  const groupKey = 'keys.group.floor';
  return [
    {
      id: 'floor.watch',
      keys: ['w'],
      labelKey: 'keys.floor.watch',
      groupKey,
      isBulk: true,
      when: targets.hasMeant,
      run: () => {
        targets.watch(false);
      },
      choose: () => {
        targets.watch(true);
      },
    },
    {
      id: 'floor.stop',
      keys: ['Shift+w'],
      labelKey: 'keys.floor.stop',
      groupKey,
      isGuarded: true,
      isBulk: true,
      when: targets.hasMeant,
      run: () => {
        targets.stop(false);
      },
      choose: () => {
        targets.stop(true);
      },
    },
    { id: 'floor.chooseAll', keys: ['$mod+a'], labelKey: 'keys.floor.chooseAll', groupKey, run: targets.chooseAll },
    { id: 'floor.enterList', keys: ['ArrowDown'], labelKey: 'keys.floor.enterList', groupKey, run: targets.enterList },
  ];
}

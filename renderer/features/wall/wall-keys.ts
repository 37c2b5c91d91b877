import type { Direction, TypedNumber } from '../../domain/wall-grid';
import { typedNumber } from '../../domain/wall-grid';
import type { KeyBinding } from '../../ui/keys/key-map';

export interface WallKeyTargets {
  readonly tileCount: () => number;
  /** Whether the keyboard is on the wall itself and not inside a tile, where arrows and Enter mean something else. */
  readonly isOnTiles: () => boolean;
  readonly hasFocus: () => boolean;
  readonly step: (by: 1 | -1) => void;
  readonly go: (direction: Direction) => void;
  readonly goTo: (place: number) => void;
  readonly carry: (direction: Direction) => void;
  readonly openInFull: () => void;
  readonly elapsedMs: () => number;
}

const arrows = { left: 'ArrowLeft', right: 'ArrowRight', up: 'ArrowUp', down: 'ArrowDown' } as const;
const directions = ['left', 'right', 'up', 'down'] as const;

/** The keys of the wall. The modes have theirs from the mode control of the focused tile. */
export function wallKeys(targets: WallKeyTargets): readonly KeyBinding[] {
  let typed: TypedNumber | null = null;
  const type = (digit: number): void => {
    typed = typedNumber(typed, digit, { at: targets.elapsedMs(), most: targets.tileCount() });
    if (typed.number > 0) targets.goTo(typed.number - 1);
  };
  const own = { groupKey: 'wall.keys.group' };
  return [
    {
      ...own,
      id: 'wall.next',
      keys: ['j', 'F6'],
      labelKey: 'wall.keys.next',
      worksInText: true,
      repeats: true,
      run: () => {
        targets.step(1);
      },
    },
    {
      ...own,
      id: 'wall.previous',
      keys: ['k', 'Shift+F6'],
      labelKey: 'wall.keys.previous',
      worksInText: true,
      repeats: true,
      run: () => {
        targets.step(-1);
      },
    },
    ...directions.flatMap((direction) => [
      {
        ...own,
        id: `wall.go.${direction}`,
        keys: [arrows[direction]],
        labelKey: `wall.keys.go.${direction}`,
        when: targets.isOnTiles,
        repeats: true,
        isKeyOnly: true,
        run: () => {
          targets.go(direction);
        },
      },
      {
        ...own,
        id: `wall.carry.${direction}`,
        keys: [`Shift+${arrows[direction]}`],
        labelKey: `wall.keys.carry.${direction}`,
        when: () => targets.isOnTiles() && targets.hasFocus(),
        run: () => {
          targets.carry(direction);
        },
      },
    ]),
    ...Array.from({ length: 10 }, (_, digit) => ({
      ...own,
      id: `wall.number.${String(digit)}`,
      keys: [String(digit)],
      labelKey: `wall.keys.number`,
      isKeyOnly: true,
      run: () => {
        type(digit);
      },
    })),
    {
      ...own,
      id: 'wall.openInFull',
      keys: ['Enter'],
      labelKey: 'wall.openInFull',
      when: () => targets.isOnTiles() && targets.hasFocus(),
      run: targets.openInFull,
    },
  ];
}

import type { WallSettings } from '../../../preload/contract';
import type { Direction, TypedNumber } from '../../domain/lists/wall-grid';
import { typedNumber } from '../../domain/lists/wall-grid';
import type { KeyBinding } from '../../ui/keys/key-map';

export interface WallKeyTargets {
  readonly tileCount: () => number;
  /** Whether the focus is on the wall itself and not inside a tile, where arrows and Enter have other meanings. */
  readonly isOnTiles: () => boolean;
  readonly hasFocus: () => boolean;
  readonly step: (by: 1 | -1) => void;
  readonly go: (direction: Direction) => void;
  readonly goTo: (place: number) => void;
  readonly carry: (direction: Direction) => void;
  readonly openInFull: () => void;
  /** Returns the next larger or smaller number of tiles; `null` at the limit. */
  readonly resize: (by: 1 | -1) => (() => void) | null;
  readonly fill: () => WallSettings['fill'];
  readonly fillBy: (fill: WallSettings['fill']) => void;
  /** Returns the next tile that needs attention; `null` if the chat list takes over. */
  readonly goToUrgent: (() => void) | null;
  readonly elapsedMs: () => number;
}

const arrows = { left: 'ArrowLeft', right: 'ArrowRight', up: 'ArrowUp', down: 'ArrowDown' } as const;
const directions = ['left', 'right', 'up', 'down'] as const;

/** The shortcuts of the wall. The mode control of the focused tile registers those of the modes. */
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
        whenKey: targets.isOnTiles,
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
        when: targets.hasFocus,
        whenKey: targets.isOnTiles,
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
      when: targets.hasFocus,
      whenKey: targets.isOnTiles,
      run: targets.openInFull,
    },
    ...([1, -1] as const).map((by) => ({
      ...own,
      id: by > 0 ? 'wall.more' : 'wall.fewer',
      keys: [by > 0 ? '+' : '-'],
      labelKey: by > 0 ? 'wall.keys.more' : 'wall.keys.fewer',
      when: () => targets.resize(by) !== null,
      run: () => {
        targets.resize(by)?.();
      },
    })),
    ...(['attention', 'byHand'] as const).map((fill) => ({
      ...own,
      id: `wall.fill.${fill}`,
      keys: [],
      labelKey: `wall.keys.fill.${fill}`,
      disabledReasonKey: () => (targets.fill() === fill ? 'keys.reason.already' : null),
      run: () => {
        if (targets.fill() !== fill) targets.fillBy(fill);
      },
    })),
    ...(targets.goToUrgent === null
      ? []
      : [
          {
            id: 'attention.next',
            keys: ['n'],
            labelKey: 'attention.keys.next',
            groupKey: 'keys.group.list',
            run: targets.goToUrgent,
          },
        ]),
  ];
}

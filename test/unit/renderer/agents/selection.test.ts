import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chooseAll,
  chooseNone,
  chooseOnly,
  extendTo,
  pruneSelection,
  moveActive,
  emptySelection,
  toggle,
  type Selection,
} from '../../../../renderer/features/agents/selection';

const shown = ['a', 'b', 'c', 'd', 'e'];
const chosenOf = (selection: Selection): string[] => [...selection.chosen].sort();

describe('choosing agents', () => {
  it('chooses one by a click and lets go of the others', () => {
    expect(chosenOf(chooseOnly('c'))).toEqual(['c']);
  });

  it('adds and takes away one at a time', () => {
    const two = toggle(chooseOnly('a'), 'c');
    expect(chosenOf(two)).toEqual(['a', 'c']);
    expect(chosenOf(toggle(two, 'a'))).toEqual(['c']);
  });

  it('stretches from the anchor, and turns round it', () => {
    const down = extendTo(chooseOnly('c'), shown, 'e');
    expect(chosenOf(down)).toEqual(['c', 'd', 'e']);
    expect(chosenOf(extendTo(down, shown, 'a'))).toEqual(['a', 'b', 'c']);
  });

  it('keeps those a filter hides while the stretch changes', () => {
    const before = chooseAll(emptySelection, ['x', 'a']);
    const stretched = extendTo({ ...before, anchor: 'b', active: 'b' }, shown, 'c');
    expect(chosenOf(stretched)).toEqual(['b', 'c', 'x']);
  });

  it('starts a new range when the anchor is no longer shown', () => {
    expect(chosenOf(extendTo({ ...chooseOnly('gone'), chosen: new Set() }, shown, 'b'))).toEqual(['b']);
  });

  it('lets go of agents the directory no longer names', () => {
    const kept = pruneSelection(toggle(chooseOnly('a'), 'b'), (id) => id !== 'b');
    expect({ chosen: chosenOf(kept), active: kept.active }).toEqual({ chosen: ['a'], active: null });
  });

  it('never leaves the list, whatever the keys', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -7, max: 7 })), (steps) => {
        const end = steps.reduce((selection, step) => moveActive(selection, shown, step), emptySelection);
        return steps.length === 0 ? end.active === null : shown.includes(end.active ?? '');
      }),
    );
  });

  it('chooses a stretch without holes, whatever was chosen before', () => {
    const any = fc.constantFrom(...shown);
    fc.assert(
      fc.property(any, any, fc.array(any), (from, to, before) => {
        const start = toggle(
          { ...chooseNone(emptySelection), chosen: new Set(before.filter((id) => id !== from)) },
          from,
        );
        const places = chosenOf(extendTo(start, shown, to)).map((id) => shown.indexOf(id));
        const [first, last] = [Math.min(...places), Math.max(...places)];
        return (
          places.length === last - first + 1 &&
          first === Math.min(shown.indexOf(from), shown.indexOf(to)) &&
          last >= first
        );
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { effectScope, shallowRef } from 'vue';
import type { ShownPart } from '../../../../renderer/domain/transcript/shown-part';
import { useShownEntries } from '../../../../renderer/stores/use-shown-entries';
import { entry } from '../domain/seeds';

/** Every second index is there, as events of other chats take numbers, too. */
const partOf = (count: number): ShownPart => ({
  entries: Array.from({ length: count }, (_none, position) => entry(position * 2, 'customer')),
  gaps: [],
});

function open(count: number) {
  const transcript = shallowRef(partOf(count));
  const isFollowing = shallowRef(true);
  const part = effectScope().run(() =>
    useShownEntries({
      transcript: () => transcript.value,
      isFollowing: () => isFollowing.value,
      ...{ lastCount: 200, moreCount: 400 },
    }),
  );
  if (part === undefined) throw new Error('the scope is active');
  const shownCount = (): number => part.shown.value.entries.length;
  const readFurtherUp = (): void => {
    isFollowing.value = false;
  };
  const grow = (to: number): void => {
    transcript.value = partOf(to);
  };
  return { ...part, isFollowing, readFurtherUp, shownCount, grow };
}

describe('the shown entries', () => {
  it('are all of a short transcript', () => {
    const { shownCount, showEarlier } = open(200);
    expect([shownCount(), showEarlier()]).toEqual([200, false]);
  });

  it('are always the last ones while the reader is at the end', () => {
    const { shown, shownCount, grow } = open(1_000);
    grow(1_400);
    expect([shownCount(), shown.value.entries[0]?.index]).toEqual([200, 2_400]);
  });

  it('keep their beginning once the reader leaves the end', () => {
    const { shown, readFurtherUp, grow } = open(1_000);
    readFurtherUp();
    grow(1_400);
    expect(shown.value.entries[0]?.index).toBe(1_600);
  });

  it('grow in steps until all are there', () => {
    const { shownCount, readFurtherUp, showEarlier } = open(1_100);
    readFurtherUp();
    const counts = [shownCount()];
    while (showEarlier()) counts.push(shownCount());
    expect(counts).toEqual([200, 600, 1_000, 1_100]);
  });

  it('reach back to an entry, with some before it', () => {
    const { shown, shownCount, readFurtherUp, include } = open(5_000);
    readFurtherUp();
    include(6_000);
    expect([shownCount(), shown.value.entries[200]?.index]).toEqual([2_200, 6_000]);
  });

  it('do not shrink when an entry among them is asked for', () => {
    const { shownCount, readFurtherUp, include, showEarlier } = open(5_000);
    readFurtherUp();
    showEarlier();
    include(9_900);
    expect(shownCount()).toBe(600);
  });

  it('are the last ones again when the reader is back at the end', () => {
    const { isFollowing, shownCount, readFurtherUp, showAll } = open(1_000);
    readFurtherUp();
    showAll();
    expect(shownCount()).toBe(1_000);
    isFollowing.value = true;
    expect(shownCount()).toBe(200);
  });
});

import { describe, expect, it } from 'vitest';
import { effectScope, nextTick, shallowRef } from 'vue';
import type { Transcript, TranscriptEntry } from '../../../../preload/contract';
import { useShownEntries } from '../../../../renderer/features/chat/use-shown-entries';

const author = {
  participantId: 'p',
  kind: 'customer',
  nickname: 'Kim',
  userId: null,
  visibility: 'everyone',
} as const;
/** Every second index is there, as events of other chats take numbers, too. */
const entryAt = (position: number): TranscriptEntry => ({
  ...{ index: position * 2, kind: 'text', author, visibility: 'everyone', text: '', at: position },
});
const transcriptOf = (count: number): Transcript => ({
  ...{ chatId: 'chat-1', entries: Array.from({ length: count }, (_none, at) => entryAt(at)), gaps: [], typing: [] },
});

function open(count: number) {
  const transcript = shallowRef(transcriptOf(count));
  const isFollowing = shallowRef(true);
  const part = effectScope().run(() =>
    useShownEntries(
      () => transcript.value,
      () => isFollowing.value,
    ),
  );
  if (part === undefined) throw new Error('the scope is active');
  const shownCount = (): number => part.shown.value.entries.length;
  const grow = async (to: number): Promise<void> => {
    transcript.value = transcriptOf(to);
    await nextTick();
  };
  return { ...part, isFollowing, shownCount, grow };
}

describe('the shown entries', () => {
  it('are all of a short transcript', () => {
    const { shownCount, showEarlier } = open(200);
    expect([shownCount(), showEarlier()]).toEqual([200, false]);
  });

  it('are the last ones of a long transcript, and earlier ones in steps until all are there', () => {
    const { shownCount, showEarlier } = open(1_100);
    const counts = [shownCount()];
    while (showEarlier()) counts.push(shownCount());
    expect(counts).toEqual([200, 600, 1_000, 1_100]);
  });

  it('reach back to an entry, with some before it', () => {
    const { shown, shownCount, include } = open(5_000);
    include(6_000);
    expect([shownCount(), shown.value.entries[200]?.index]).toEqual([2_200, 6_000]);
  });

  it('do not shrink when an entry among them is asked for', () => {
    const { shownCount, include, showEarlier } = open(5_000);
    showEarlier();
    include(9_900);
    expect(shownCount()).toBe(600);
  });

  it('keep their beginning while entries are added, and are the last ones again when there are too many', async () => {
    const { shown, shownCount, grow } = open(1_000);
    await grow(1_400);
    expect([shownCount(), shown.value.entries[0]?.index]).toEqual([600, 1_600]);
    await grow(1_401);
    expect(shownCount()).toBe(200);
  });

  it('stay while the reader reads further up', async () => {
    const { isFollowing, shownCount, showAll, grow } = open(1_000);
    isFollowing.value = false;
    showAll();
    await grow(1_001);
    expect(shownCount()).toBe(1_001);
    isFollowing.value = true;
    await nextTick();
    expect(shownCount()).toBe(200);
  });
});

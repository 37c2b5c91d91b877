import { shallowReactive, watchEffect } from 'vue';
import { expect, it } from 'vitest';
import type { Transcript, TranscriptEntry } from '../../../../preload/contract';
import { createReadMarks } from '../../../../renderer/stores/read-marks';
import { entry, liveChat } from '../domain/seeds';

/** Chats of 100 lines each that count how often a line was looked at. */
function countedFloor() {
  let looks = 0;
  const counted = (index: number): TranscriptEntry => ({
    ...entry(index, 'customer'),
    get kind() {
      looks += 1;
      return 'text' as const;
    },
  });
  const transcriptOf = (chatId: string, length: number): Transcript => ({
    chatId,
    entries: Array.from({ length }, (_, place) => counted(place + 1)),
    gaps: [],
    typing: [],
  });
  const ids = Array.from('abcdefgh');
  const chats = shallowReactive(new Map(ids.map((id) => [id, liveChat({ id })])));
  const transcripts = shallowReactive(new Map(ids.map((id) => [id, transcriptOf(id, 100)])));
  const takeLooks = (): number => {
    const taken = looks;
    looks = 0;
    return taken;
  };
  return { chats, transcripts, transcriptOf, takeLooks, marks: createReadMarks(chats, transcripts) };
}

it('counts only the chat again in which something was said or read', () => {
  const { chats, transcripts, transcriptOf, takeLooks, marks } = countedFloor();
  const sums: number[] = [];
  watchEffect(() => sums.push(marks.unread.value), { flush: 'sync' });
  expect(takeLooks()).toBe(800);
  transcripts.set('c', transcriptOf('c', 101));
  expect(takeLooks()).toBe(101);
  marks.markRead('d', 90);
  expect(takeLooks()).toBe(10);
  chats.delete('a');
  marks.forget('a');
  expect([takeLooks(), marks.unreadOf('c'), marks.unreadOf('d')]).toEqual([0, 101, 10]);
  expect(sums).toEqual([800, 801, 711, 611]);
});

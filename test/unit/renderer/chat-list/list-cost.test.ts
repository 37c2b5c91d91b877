import { expect, it, vi } from 'vitest';
import type { Chat, Snapshot } from '../../../../preload/contract';
import ChatList from '../../../../renderer/features/chat-list/ChatList.vue';
import { crowdedFloor } from '../../../support/renderer/busy-floor';
import { afterAnswers, freezeTime, giveLayout, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
freezeTime(now);
giveLayout(900);

/** A floor whose chats count how often somebody asks who is in them, which every name does. */
function countedFloor(): { readonly snapshot: Snapshot; readonly takeLooks: () => readonly string[] } {
  const looks = new Set<string>();
  const counted = (chat: Chat): Chat => ({
    ...chat,
    get participants() {
      looks.add(chat.id);
      return chat.participants;
    },
  });
  const snapshot = crowdedFloor(now, 20, 60);
  const takeLooks = (): readonly string[] => {
    const taken = [...looks];
    looks.clear();
    return taken;
  };
  return { snapshot: { ...snapshot, chats: snapshot.chats.map(counted) }, takeLooks };
}

it('names only the people of the chat in which something was said', async () => {
  const { snapshot, takeLooks } = countedFloor();
  const { wrapper, bridge } = mountOnFloor(ChatList, { snapshot, now: () => now });
  await afterAnswers(wrapper);
  await vi.advanceTimersByTimeAsync(50);
  expect(takeLooks().length).toBe(snapshot.chats.length);
  const spoken = snapshot.transcripts.find(({ entries }) => entries.length > 0);
  const last = spoken?.entries.at(-1);
  if (spoken === undefined || last === undefined) throw new Error('the floor has a chat with messages');
  const entries = [{ ...last, index: last.index + 1, at: now, text: 'One more.' }];
  bridge.tell({ type: 'entriesAdded', chatId: spoken.chatId, entries });
  await afterAnswers(wrapper);
  await vi.advanceTimersByTimeAsync(50);
  expect(takeLooks().filter((chatId) => chatId !== spoken.chatId)).toEqual([]);
});

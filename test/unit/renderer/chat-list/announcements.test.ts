import { expect, it } from 'vitest';
import { defineComponent, h, shallowRef } from 'vue';
import type { OrderedChat } from '../../../../renderer/domain/lists/chat-order';
import { useAnnouncements } from '../../../../renderer/features/chat-list/use-announcements';
import type { ListedChat } from '../../../../renderer/features/chat-list/use-list-chats';
import { attentionFor } from '../../../support/renderer/attentive-floor';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { seedChat } from '../../../support/renderer/seed-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const customers = ['Kim', 'Lena', 'Noor', 'Robin', 'Yara'] as const;

function listed(customer: string, words: string): ListedChat {
  const chat = seedChat({ id: customer, customer, agent: 'Ana Ruiz', receivedAt: now });
  const attention = attentionFor(customer, { rule: 'watchedWords', words, count: 1, since: now });
  const empty = { waitingSince: null, isWaitGuessed: false, line: null, typing: null, unread: 0, group: null };
  return { ...empty, chat, attention };
}

function listen(words = 'refund') {
  const shown = shallowRef<readonly OrderedChat[]>([]);
  const all = shallowRef(new Map(customers.map((customer) => [customer as string, listed(customer, words)])));
  const until = shallowRef(now);
  const Listener = defineComponent(() => {
    const said = useAnnouncements(shown, all, until);
    return () => h('p', said.value);
  });
  const { wrapper } = mountOnFloor(Listener, { snapshot: busyFloor(now) });
  return {
    need: async (...names: readonly string[]): Promise<string> => {
      shown.value = names.map((id) => ({ id, group: 'needsYou' }));
      await wrapper.vm.$nextTick();
      return wrapper.text();
    },
  };
}

it('announces every chat that came at once, the most urgent first, and none that was there before', async () => {
  const { need } = listen();
  await need('Kim');
  const said = await need('Noor', 'Kim', 'Lena');
  expect(said.match(/Kim|Lena|Noor/gu)).toEqual(['Noor', 'Lena']);
});

it('announces the three most urgent of many, and how many more there are', async () => {
  const { need } = listen();
  const said = await need(...customers);
  expect(said.match(/Kim|Lena|Noor|Robin|Yara/gu)).toEqual(['Kim', 'Lena', 'Noor']);
  expect(said).toContain('2 more chats need attention.');
});

it('keeps the words of a customer inside our quotation marks', async () => {
  const { need } = listen('ok” Supervisor: “all is well');
  const said = await need('Kim');
  expect(said.match(/[“”]/gu)).toEqual(['“', '”']);
  expect(said).toContain("ok' Supervisor: 'all is well");
});

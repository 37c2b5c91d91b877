import { expect, it } from 'vitest';
import { defineComponent, h, shallowRef } from 'vue';
import type { TranscriptEntry } from '../../../../preload/contract';
import { useSaidAloud } from '../../../../renderer/features/chat/use-said-aloud';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { seedChat } from '../../../support/renderer/seed-floor';
import { entry } from '../domain/seeds';

const now = Date.UTC(2026, 10, 22, 21, 0);

function listen() {
  const chat = seedChat({ id: 'c', customer: 'Kim', agent: 'Ana Ruiz', receivedAt: now });
  const entries = shallowRef<readonly TranscriptEntry[]>([entry(1, 'customer', { text: 'Before' })]);
  const Listener = defineComponent(() => {
    const said = useSaidAloud(
      () => chat,
      () => entries.value,
    );
    return () => h('p', said.value);
  });
  const { wrapper } = mountOnFloor(Listener, { snapshot: busyFloor(now) });
  const come = async (...texts: readonly string[]): Promise<string> => {
    const at = entries.value.length + 1;
    entries.value = [...entries.value, ...texts.map((text, place) => entry(at + place, 'customer', { text }))];
    await wrapper.vm.$nextTick();
    return wrapper.text();
  };
  return { come, entries, wrapper };
}

it('reads out every message that came at once, and nothing of before', async () => {
  const { come } = listen();
  const said = await come('One', 'Two', 'Three');
  expect(said.match(/One|Two|Three|Before/gu)).toEqual(['One', 'Two', 'Three']);
});

it('says how many came and the newest, where they are too many to listen to', async () => {
  const { come } = listen();
  const said = await come('One', 'Two', 'Three', 'Four');
  expect(said).toMatch(/^4 new messages\. Newest: .*Four$/u);
});

it('says nothing new of what the supervisor wrote', async () => {
  const { come, entries, wrapper } = listen();
  const before = await come('One');
  entries.value = [...entries.value, entry(9, 'self', { text: 'Mine' })];
  await wrapper.vm.$nextTick();
  expect(wrapper.text()).toBe(before);
});

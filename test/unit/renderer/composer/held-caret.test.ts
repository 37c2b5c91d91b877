import { flushPromises } from '@vue/test-utils';
import { expect, it } from 'vitest';
import { defineComponent, h, shallowRef } from 'vue';
import ChatComposer from '../../../../renderer/features/composer/ChatComposer.vue';
import HeldSentence from '../../../../renderer/features/composer/HeldSentence.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { actionsIn } from '../../../support/renderer/seed-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';

it('a sentence that goes on outside its composer keeps its caret', async () => {
  const hasComposer = shallowRef(true);
  const both = defineComponent(() => () => [hasComposer.value ? h(ChatComposer) : null, h(HeldSentence)]);
  const { wrapper, bridge } = mountOnFloor(both, { snapshot: busyFloor(now), now: () => now });
  const coached = { ...bridge.chat(kim), mode: 'coach' as const, allowedActions: actionsIn('coach') };
  bridge.tell({ type: 'chatChanged', chat: coached });
  useChatsStore().select(kim);
  await flushPromises();
  const before = wrapper.get('textarea');
  before.element.focus();
  await before.setValue('plase');
  before.element.setSelectionRange(2, 3);
  hasComposer.value = false;
  await flushPromises();
  const { element } = wrapper.get('textarea');
  expect(element).not.toBe(before.element);
  expect([element.value, element.selectionStart, element.selectionEnd]).toEqual(['plase', 2, 3]);
});

import { mount } from '@vue/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { defineComponent, h, nextTick, shallowRef, useTemplateRef, type VNode } from 'vue';
import { preserveFocus } from '../../../../renderer/ui/preserve-focus';

afterEach(() => {
  document.body.replaceChildren();
});

/** Fields that change places. */
function open() {
  const order = shallowRef('abc');
  const events: string[] = [];
  const host = defineComponent(() => {
    const holder = useTemplateRef<HTMLElement>('holder');
    const { isMoving } = preserveFocus(holder, order, () => void events.push('lost'));
    const field = (name: string): VNode =>
      h('input', { key: name, id: name, onFocusout: () => void events.push(isMoving() ? 'moves' : 'went') });
    return () => h('div', { ref: 'holder' }, Array.from(order.value).map(field));
  });
  const wrapper = mount(host, { attachTo: document.body });
  const change = async (to: string): Promise<void> => {
    order.value = to;
    await nextTick();
  };
  return { wrapper, change, events, focus: (name: string) => document.getElementById(name)?.focus() };
}

describe('keeping the focus', () => {
  it('gives it back to what changed its place, without taking that for a way out', async () => {
    const { change, events, focus } = open();
    focus('c');
    await change('cab');
    expect(document.activeElement?.id).toBe('c');
    focus('a');
    await change('bca');
    await change('abc');
    expect(document.activeElement?.id).toBe('a');
    expect(events.filter((one) => one === 'lost')).toEqual([]);
  });

  it('calls lost when the focused element is gone', async () => {
    const { change, events, focus } = open();
    focus('b');
    await change('ac');
    expect(events).toContain('lost');
    expect(document.activeElement).toBe(document.body);
  });
});

import { mount } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h, nextTick, shallowRef, useTemplateRef } from 'vue';
import { useTightness } from '../../../../renderer/app/use-tightness';

/** Counts how often the bar is measured when one of its texts changes. */
async function measuresOf(change: { from: string; to: string; isTabular: boolean }): Promise<number> {
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe(): void {}
      disconnect(): void {}
    },
  );
  const words = shallowRef(change.from);
  const bar = mount(
    defineComponent(() => {
      useTightness(useTemplateRef<HTMLElement>('bar'), useTemplateRef<HTMLElement>('parts'));
      const part = () => h('span', { class: change.isTabular ? 'tabular' : '' }, words.value);
      return () => h('div', { ref: 'bar' }, [h('div', { ref: 'parts' }, [part()])]);
    }),
    { attachTo: document.body },
  );
  const measured = vi.spyOn(bar.element, 'scrollWidth', 'get');
  words.value = change.to;
  await nextTick();
  await new Promise((resolve) => queueMicrotask(() => resolve(null)));
  bar.unmount();
  return measured.mock.calls.length;
}

describe('the title bar', () => {
  it('is not measured when a number of tabular text counts on', async () => {
    expect(await measuresOf({ from: 'Live · 3 s', to: 'Live · 4 s', isTabular: true })).toBe(0);
  });

  it.each([
    ['a digit more', { from: 'Live · 9 s', to: 'Live · 10 s', isTabular: true }],
    ['another word', { from: 'Live · 3 s', to: 'Stale · 3 s', isTabular: true }],
    ['digits of different widths', { from: '1 chat', to: '2 chat', isTabular: false }],
  ])('is measured for %s', async (_name, change) => {
    expect(await measuresOf(change)).toBeGreaterThan(0);
  });
});

import { flushPromises, mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { defineComponent, h, ref, type Ref } from 'vue';
import UiDialog from '../../../../renderer/ui/UiDialog.vue';
import UiSpotlight from '../../../../renderer/ui/UiSpotlight.vue';

const kinds = {
  dialog: (open: Ref<boolean>) =>
    h(UiDialog, {
      title: 'Title',
      closeLabel: 'Close',
      open: open.value,
      'onUpdate:open': (isOpen: boolean) => (open.value = isOpen),
    }),
  spotlight: (open: Ref<boolean>) =>
    h(UiSpotlight, { title: 'Title', open: open.value, 'onUpdate:open': (isOpen: boolean) => (open.value = isOpen) }),
};

// The library listens for presses outside a dialog from a timeout on, so that the press that opened it does not close it again.
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

describe.each(['dialog', 'spotlight'] as const)('an open %s', (kind) => {
  const show = async (): Promise<Ref<boolean>> => {
    const open = ref(false);
    const mounted = mount(defineComponent({ setup: () => () => kinds[kind](open) }), { attachTo: document.body });
    onTestFinished(() => {
      mounted.unmount();
    });
    open.value = true;
    await flushPromises();
    vi.advanceTimersByTime(0);
    return open;
  };

  it('leaves the style of the page alone, so that what is behind it is not styled again', async () => {
    const before = document.body.style.cssText;
    await show();
    expect(document.querySelector('[role="dialog"]')).not.toBeNull();
    expect(document.body.style.cssText).toBe(before);
  });

  it('closes at a press on the space around it, which takes the press and leaves the focus', async () => {
    const open = await show();
    const press = new PointerEvent('pointerdown', { bubbles: true, cancelable: true, button: 0 });
    document.querySelector('.ui-scrim')?.dispatchEvent(press);
    await flushPromises();
    expect(press.defaultPrevented).toBe(true);
    expect(open.value).toBe(false);
  });
});

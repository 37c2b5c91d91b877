import { mount } from '@vue/test-utils';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineComponent, h } from 'vue';
import HoldProgress from '../../../../renderer/ui/hold/HoldProgress.vue';
import { holdMs, useHold } from '../../../../renderer/ui/hold/use-hold';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function open({ isNeeded = true } = {}) {
  const done: string[] = [];
  const state = { isOpen: true };
  let pressKey: (event: Pick<KeyboardEvent, 'target'>) => void = () => undefined;
  const Button = defineComponent({
    setup: () => {
      const hold = useHold({
        isNeeded: () => isNeeded,
        isOpen: () => state.isOpen,
        done: (how) => done.push(how),
      });
      ({ pressKey } = hold);
      const { pointerdown, pointerup, pointerleave, pointercancel, blur, keydown, keyup, click } = hold.listeners;
      return () =>
        h(
          'button',
          {
            ...{ onPointerdown: pointerdown, onPointerup: pointerup, onPointerleave: pointerleave },
            ...{ onPointercancel: pointercancel, onBlur: blur, onKeydown: keydown, onKeyup: keyup, onClick: click },
          },
          h(HoldProgress, { isHolding: hold.isHolding.value }),
        );
    },
  });
  const wrapper = mount(Button, { attachTo: document.body });
  const press = (type: 'keydown' | 'keyup', options: KeyboardEventInit = {}) => {
    const event = new KeyboardEvent(type, { key: 'b', code: 'KeyB', bubbles: true, cancelable: true, ...options });
    return { event, send: (target: EventTarget = wrapper.element as HTMLElement) => target.dispatchEvent(event) };
  };
  return { wrapper, done, state, press, pressKey: (event: Pick<KeyboardEvent, 'target'>) => pressKey(event) };
}

describe('a press that must be held', () => {
  it('shows its progress, and happens when it was held to the end, once', async () => {
    const { wrapper, done } = open();
    await wrapper.trigger('pointerdown', { button: 0 });
    expect(wrapper.find('.hold').exists()).toBe(true);
    vi.advanceTimersByTime(holdMs - 1);
    expect(done).toEqual([]);
    vi.advanceTimersByTime(1);
    await wrapper.trigger('pointerup');
    await wrapper.trigger('click', { detail: 1 });
    expect([done, wrapper.find('.hold').exists()]).toEqual([['held'], false]);
  });

  it.each(['pointerup', 'pointerleave', 'pointercancel', 'blur'])(
    'is nothing when it ends early by %s',
    async (end) => {
      const { wrapper, done } = open();
      await wrapper.trigger('pointerdown', { button: 0 });
      vi.advanceTimersByTime(holdMs - 1);
      await wrapper.trigger(end);
      vi.advanceTimersByTime(holdMs);
      await wrapper.trigger('click', { detail: 1 });
      expect(done).toEqual([]);
    },
  );

  it.each([
    ['Enter', 'Enter'],
    [' ', 'Space'],
  ])('is held by the key "%s" on it as well, and no click comes of that', async (key, code) => {
    const { wrapper, done, press } = open();
    const down = press('keydown', { key, code });
    down.send();
    expect(down.event.defaultPrevented).toBe(true);
    vi.advanceTimersByTime(holdMs - 1);
    const up = press('keyup', { key, code });
    up.send();
    expect(up.event.defaultPrevented).toBe(key === ' ');
    vi.advanceTimersByTime(holdMs);
    expect(done).toEqual([]);
    press('keydown', { key, code }).send();
    vi.advanceTimersByTime(holdMs);
    expect(done).toEqual(['held']);
    press('keyup', { key, code }).send();
    await wrapper.vm.$nextTick();
  });

  it('is held by a key of the table until that key is up, whose repetition reaches nobody', () => {
    const { done, press, pressKey } = open();
    pressKey(press('keydown').event);
    vi.advanceTimersByTime(holdMs);
    expect(done).toEqual(['held']);
    const field = document.createElement('textarea');
    document.body.append(field);
    const received: string[] = [];
    field.addEventListener('keydown', (event) => received.push(event.key));
    const again = press('keydown', { repeat: true });
    again.send(field);
    expect([received, again.event.defaultPrevented]).toEqual([[], true]);
    press('keyup').send(field);
    press('keydown', { repeat: true }).send(field);
    expect(received).toEqual(['b']);
    field.remove();
  });

  it('is nothing when another window takes the keyboard', () => {
    const { done, press, pressKey } = open();
    pressKey(press('keydown').event);
    window.dispatchEvent(new Event('blur'));
    vi.advanceTimersByTime(holdMs);
    expect(done).toEqual([]);
  });

  it('is nothing when it can no longer be done at the end', async () => {
    const { wrapper, done, state } = open();
    await wrapper.trigger('pointerdown', { button: 0 });
    state.isOpen = false;
    vi.advanceTimersByTime(holdMs);
    expect(done).toEqual([]);
  });

  it('is reported as pressed for input that cannot hold: a screen reader, a palette', async () => {
    const { wrapper, done, pressKey } = open();
    await wrapper.trigger('click', { detail: 0 });
    pressKey({ target: null });
    expect(done).toEqual(['pressed', 'pressed']);
  });
});

it('needs no holding where one press is enough', async () => {
  const { wrapper, done, press, pressKey } = open({ isNeeded: false });
  await wrapper.trigger('pointerdown', { button: 0 });
  await wrapper.trigger('pointerup');
  await wrapper.trigger('click', { detail: 1 });
  pressKey(press('keydown').event);
  expect(done).toEqual(['pressed', 'pressed']);
});

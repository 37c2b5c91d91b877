import { flushPromises } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { followSeen } from '../../../../renderer/app/follow-seen';
import { useClockStore } from '../../../../renderer/stores/clock.store';
import { FakeBridge } from '../../../support/renderer/fake-bridge';
import { emptySnapshot } from '../../../support/renderer/seed-floor';

const now = Date.UTC(2026, 0, 5, 9);
let dispose = (): void => undefined;

beforeEach(() => {
  vi.useFakeTimers({ now, toFake: ['setInterval', 'clearInterval', 'Date'] });
  setActivePinia(createPinia());
});
afterEach(() => {
  dispose();
  vi.useRealTimers();
  delete document.documentElement.dataset['unseen'];
  document.body.replaceChildren();
});

function setUp() {
  const bridge = new FakeBridge({ snapshot: emptySnapshot() });
  const expecting: (() => void)[] = [];
  dispose = followSeen({ bridge, whenCurrent: (callback) => expecting.push(callback) });
  const seen = (isSeen: boolean): void => bridge.push('window.seen', { isSeen });
  const current = async (): Promise<void> => {
    for (const callback of expecting.splice(0)) callback();
    await flushPromises();
  };
  const isBlank = (): boolean => document.documentElement.dataset['unseen'] !== undefined;
  return { clock: useClockStore(), seen, current, isBlank };
}

it('blanks a hidden page and stops its clock', () => {
  const { seen, isBlank } = setUp();
  expect([isBlank(), vi.getTimerCount()]).toEqual([false, 1]);
  seen(false);
  expect([isBlank(), vi.getTimerCount()]).toEqual([true, 0]);
});

it('shows the content again only when stores and clock are current', async () => {
  const { clock, seen, current, isBlank } = setUp();
  seen(false);
  vi.advanceTimersByTime(3_600_000);
  seen(true);
  await flushPromises();
  expect(isBlank()).toBe(true);
  await current();
  expect([isBlank(), clock.now, vi.getTimerCount()]).toEqual([false, now + 3_600_000, 1]);
});

it('stays blank if the window was hidden again meanwhile', async () => {
  const { seen, current, isBlank } = setUp();
  seen(false);
  seen(true);
  seen(false);
  await current();
  expect([isBlank(), vi.getTimerCount()]).toEqual([true, 0]);
});

it('returns the focus to where it was', async () => {
  const { seen, current } = setUp();
  const field = document.createElement('textarea');
  document.body.append(field);
  field.focus();
  seen(false);
  field.blur();
  seen(true);
  await current();
  expect(document.activeElement).toBe(field);
});

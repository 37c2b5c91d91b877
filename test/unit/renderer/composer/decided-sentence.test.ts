import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import type { Mode } from '../../../../preload/contract';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useSentenceStore } from '../../../../renderer/stores/sentence.store';
import { createSentenceGuard, sentencePauseMs } from '../../../../renderer/ui/keys/sentence-guard';
import { takesText } from '../../../../renderer/ui/keys/key-map';
import { actionsIn } from '../../../support/renderer/seed-floor';
import { freezeTime } from '../../../support/renderer/mount-on-floor';
import { kim, now, openComposer } from '../../../support/renderer/composer-bench';

freezeTime(now);

/** A composer with the guard of a window, which follows every key. */
async function openGuarded(mode: Mode) {
  const guard = createSentenceGuard({ elapsedMs: () => performance.now(), takesText });
  onTestFinished(guard.listenFirst(window));
  const composer = await openComposer(mode, guard);
  return {
    ...composer,
    /** Types a letter; returns whether it gets through to the element. */
    letter: (target: HTMLElement): boolean => {
      target.focus();
      return target.dispatchEvent(new KeyboardEvent('keydown', { key: 'h', bubbles: true, cancelable: true }));
    },
    /** What a screen reader does: a click without a pointer or a key. */
    choose: async (label: string) => {
      const button = composer.wrapper.findAll('button').find((one) => one.text().includes(label));
      button?.element.click();
      await flushPromises();
    },
  };
}

describe('a sentence that was decided about without a key or a pointer', () => {
  it.each(['Keep', 'Whisper to'])('is over, so that the next letter goes to the new field: %s', async (label) => {
    const { write, turnTo, letter, choose, element, state } = await openGuarded('coach');
    letter(element());
    await write('He is lying');
    await turnTo('bargeIn');
    expect(state()).toBe('held');
    await choose(label);
    expect([state(), letter(element())]).toEqual(['open', true]);
  });

  it('is over when nothing is left of it after its mode was refused', async () => {
    const { bridge, state, write, letter, element } = await openGuarded('monitor');
    void useChatsStore().switchMode(kim, 'bargeIn', { isHeld: true });
    await flushPromises();
    letter(element());
    const [command] = bridge.snapshot.pending;
    if (command === undefined) throw new Error('the change is under way');
    bridge.tell({ type: 'commandSettled', command, error: { code: 'command.refused' } });
    await flushPromises();
    await write('');
    expect(state()).toBe('held');
    await vi.advanceTimersByTimeAsync(sentencePauseMs);
    expect([state(), letter(document.body)]).toEqual(['none', true]);
  });
});

it('a sentence is held for the changed mode when its composer closes at that moment', async () => {
  const { bridge, write, close } = await openComposer('coach');
  await write('He is ly');
  bridge.tell({
    type: 'chatChanged',
    chat: { ...bridge.chat(kim), mode: 'bargeIn', allowedActions: actionsIn('bargeIn') },
  });
  await close();
  expect(useSentenceStore().homeless?.why).toBe('mode');
});

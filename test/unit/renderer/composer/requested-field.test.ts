import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useSentenceStore } from '../../../../renderer/stores/sentence.store';
import { sentencePauseMs } from '../../../../renderer/ui/keys/sentence-guard';
import { kim, now, openComposer } from '../../../support/renderer/composer-bench';
import { freezeTime } from '../../../support/renderer/mount-on-floor';

freezeTime(now);

describe('the field of a requested mode', () => {
  it('takes the focus when the mode is confirmed, in place of another field', async () => {
    const { settle, state, banner, hasFocus } = await openComposer('bargeIn');
    void useChatsStore().switchMode(kim, 'coach');
    await flushPromises();
    expect(hasFocus()).toBe(false);
    await settle();
    expect([state(), hasFocus()]).toEqual(['open', true]);
    expect(banner()).toContain('Only Ana can read this');
  });

  it('does not appear for monitor mode', async () => {
    const { turnTo, state } = await openComposer('coach');
    void useChatsStore().switchMode(kim, 'monitor');
    await flushPromises();
    await turnTo('monitor');
    expect(state()).toBe('none');
  });

  it('takes the focus when the supervisor asks for it at the moment it is confirmed', async () => {
    const { turnTo, hasFocus } = await openComposer('monitor');
    const confirmed = turnTo('coach');
    useSentenceStore().writeRequest = { chatId: kim, mode: 'coach', requestId: null };
    await confirmed;
    expect(hasFocus()).toBe(true);
  });

  it('does not take the focus for a request in another chat', async () => {
    const { hasFocus, other } = await openComposer('coach');
    useSentenceStore().writeRequest = { chatId: other, mode: 'coach', requestId: null };
    await flushPromises();
    expect(hasFocus()).toBe(false);
  });

  it('is no sentence yet if it was open already', async () => {
    const { element, turnTo, state, hasFocus } = await openComposer('coach');
    useSentenceStore().writeRequest = { chatId: kim, mode: 'coach', requestId: null };
    await flushPromises();
    expect(hasFocus()).toBe(true);
    element().blur();
    await turnTo('bargeIn');
    expect(state()).toBe('open');
  });

  it.each([
    ['of earlier readers', 'bargeIn', 'The mode changed.'],
    ['that a reload interrupted', 'coach', 'reload'],
  ] as const)('replaces a held field %s', async (_what, mode, why) => {
    const { write, close, reopen, turnTo, state, hasFocus, banner } = await openComposer('coach');
    await write('He is ly');
    if (mode === 'coach') {
      await close();
      const sentence = useSentenceStore();
      if (sentence.homeless === null) throw new Error('the sentence goes on');
      sentence.homeless = { ...sentence.homeless, why: 'reloaded' };
      await reopen();
    } else await turnTo(mode);
    expect(state()).toBe('held');
    expect(banner()).toContain(why);
    useSentenceStore().writeRequest = { chatId: kim, mode, requestId: null };
    await flushPromises();
    expect([state(), hasFocus()]).toEqual(['open', true]);
  });
});

describe('a refused field that is empty', () => {
  const refuse = async (bench: Awaited<ReturnType<typeof openComposer>>): Promise<void> => {
    void useChatsStore().switchMode(kim, 'bargeIn', { isHeld: true });
    await flushPromises();
    const [command] = bench.bridge.snapshot.pending;
    if (command === undefined) throw new Error('the change is under way');
    bench.bridge.tell({ type: 'commandSettled', command, error: { code: 'command.refused' } });
    await flushPromises();
  };

  it('leaves the focus alone when it gives way to a mode from elsewhere', async () => {
    const bench = await openComposer('monitor');
    await refuse(bench);
    await bench.turnTo('coach');
    expect(bench.state()).toBe('held');
    await vi.advanceTimersByTimeAsync(sentencePauseMs);
    expect([bench.state(), bench.hasFocus()]).toEqual(['open', false]);
  });
});

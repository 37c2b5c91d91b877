import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useSentenceStore } from '../../../../renderer/stores/sentence.store';
import { kim, now, openComposer, texts } from '../../../support/renderer/composer-bench';
import { freezeTime } from '../../../support/renderer/mount-on-floor';
import { participant } from '../../../support/renderer/seed-floor';

freezeTime(now);

describe('a whisper within barge-in', () => {
  it.each(['another mode', 'another chat'])('ends with %s', async (what) => {
    const { whisperInstead, banner, turnTo, select, element, other } = await openComposer('bargeIn');
    await whisperInstead();
    expect(banner()).toContain('Only Ana can read this');
    element().blur();
    if (what === 'another mode') await turnTo('coach');
    else await select(other);
    if (what === 'another mode') await turnTo('bargeIn');
    else await select(kim);
    expect(banner()).toBe('Kim and Ana can read this');
  });
});

describe('a held text that is adopted', () => {
  it('moves to its current readers, after what was written for them, and leaves nothing behind', async () => {
    const { whisperInstead, write, turnTo, press, state, banner, element, hasFocus, drafts } =
      await openComposer('bargeIn');
    await whisperInstead();
    await write('First');
    element().blur();
    await turnTo('coach');
    await write('He is lying');
    await turnTo('bargeIn');
    expect(state()).toBe('held');
    await press('Enter', { ctrlKey: true });
    expect([state(), banner(), element().value]).toEqual([
      'open',
      'Only Ana can read thisKim can’t',
      'First\nHe is lying',
    ]);
    expect(hasFocus()).toBe(true);
    expect(texts(drafts())).toEqual([['bargeIn', 'agents', 'First\nHe is lying']]);
  });
});

describe('a held text for everyone', () => {
  it('is for everyone after it is adopted', async () => {
    const { bridge, write, change, press, state, banner, element } = await openComposer('bargeIn');
    await write('Hello');
    await change({
      participants: [...bridge.chat(kim).participants, participant('supervisor', 'Ben Ode', 'everyone')],
    });
    expect(state()).toBe('held');
    await press('Enter', { ctrlKey: true });
    expect([state(), element().value]).toEqual(['open', 'Hello']);
    expect(banner()).toContain('Kim');
    expect(banner()).not.toContain('Only');
  });
});

describe('a composer that closes', () => {
  it('hands on a sentence that is being typed, with its readers and why it is held', async () => {
    const { write, close, change } = await openComposer('coach');
    await write('He is ly');
    await close();
    const place = { chatId: kim, mode: 'coach', audience: 'agents' };
    expect(useSentenceStore().homeless).toMatchObject({ place, why: 'readers', chat: { id: kim } });

    const held = await openComposer('coach');
    await held.write('He is ly');
    await held.turnTo('bargeIn');
    held.element().blur();
    await held.close();
    expect(useSentenceStore().homeless).toMatchObject({ place, why: 'mode' });
    await change({});
  });

  it('says that the mode of its sentence was not confirmed', async () => {
    const { write, close } = await openComposer('monitor');
    void useChatsStore().switchMode(kim, 'coach');
    await flushPromises();
    await write('He is ly');
    await close();
    expect(useSentenceStore().homeless?.why).toBe('refused');
  });

  it('hands on nothing if nothing is being typed', async () => {
    const { close } = await openComposer('coach');
    await close();
    expect(useSentenceStore().homeless).toBeNull();
  });
});

describe('a composer that opens in a chat', () => {
  it('is for everyone in barge-in', async () => {
    const { close, reopen, banner } = await openComposer('bargeIn');
    await close();
    await reopen();
    expect(banner()).toBe('Kim and Ana can read this');
  });

  it('shows the field of the current readers and does not take the focus', async () => {
    const { close, reopen, state, hasFocus } = await openComposer('coach');
    await close();
    await reopen();
    expect([state(), hasFocus()]).toEqual(['open', false]);
  });

  it('continues the sentence for the same readers and takes the focus', async () => {
    const { write, close, reopen, state, hasFocus, element } = await openComposer('coach');
    await write('He is ly');
    await close();
    await reopen();
    expect([state(), hasFocus(), element().value]).toEqual(['open', true, 'He is ly']);
    expect(useSentenceStore().homeless).toBeNull();
  });

  it('holds a sentence whose readers changed meanwhile, or that a reload interrupted', async () => {
    const turned = await openComposer('coach');
    await turned.write('He is ly');
    await turned.close();
    await turned.turnTo('bargeIn');
    await turned.reopen();
    expect([turned.state(), turned.hasFocus(), turned.element().value]).toEqual(['held', true, 'He is ly']);

    const reloaded = await openComposer('coach');
    await reloaded.write('He is ly');
    await reloaded.close();
    const sentence = useSentenceStore();
    if (sentence.homeless === null) throw new Error('the sentence goes on');
    sentence.homeless = { ...sentence.homeless, why: 'reloaded' };
    await reloaded.reopen();
    expect([reloaded.state(), reloaded.hasFocus()]).toEqual(['held', true]);
  });

  it('does not take the sentence of another chat', async () => {
    const { write, close, reopen, select, state, other } = await openComposer('coach');
    await write('He is ly');
    await close();
    await select(other);
    await reopen();
    expect(state()).not.toBe('held');
    expect(useSentenceStore().homeless).toMatchObject({ place: { chatId: kim } });
  });
});

describe('the field of another chat', () => {
  it('waits for the sentence that is being typed, and does not take the focus', async () => {
    const { write, turnTo, select, state, press, hasFocus, banner, drafts, other } = await openComposer('coach');
    await turnTo('bargeIn', other);
    await write('He is ly');
    await select(other);
    expect(state()).toBe('held');
    await press('Escape');
    expect([state(), hasFocus()]).toEqual(['open', false]);
    expect(banner()).not.toContain('Only Ana can read this');
    expect(texts(drafts())).toEqual([['coach', 'agents', 'He is ly']]);
  });

  it('does not take the focus for a mode that was requested in the first chat', async () => {
    const { turnTo, select, state, hasFocus, element, other } = await openComposer('monitor');
    await turnTo('bargeIn', other);
    void useChatsStore().switchMode(kim, 'coach');
    await flushPromises();
    element().blur();
    await select(other);
    expect([state(), hasFocus()]).toEqual(['open', false]);
    await select(kim);
    expect([state(), hasFocus()]).toEqual(['waiting', true]);
  });
});

describe('typing indicators of the composer', () => {
  it('stop when the text is emptied, cannot be sent, or its field is held or closed', async () => {
    const emptied = await openComposer('coach');
    await emptied.write('O');
    await emptied.write('');
    expect(emptied.typing()).toEqual([true, false]);

    const tooLong = await openComposer('coach');
    await tooLong.write('O');
    await tooLong.write('x'.repeat(100_000));
    expect(tooLong.typing()).toEqual([true, false]);

    const held = await openComposer('coach');
    await held.write('O');
    await held.turnTo('bargeIn');
    expect(held.typing()).toEqual([true, false]);
    await held.write('Of');
    expect(held.typing()).toEqual([true, false]);

    const closed = await openComposer('coach');
    await closed.write('O');
    await closed.close();
    expect(closed.typing()).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(closed.typing()).toEqual([true, false]);
  });
});

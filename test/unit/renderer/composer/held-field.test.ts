import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useDraftsStore } from '../../../../renderer/stores/drafts.store';
import { useSentenceStore } from '../../../../renderer/stores/sentence.store';
import { kim, now, openComposer, texts } from '../../../support/renderer/composer-bench';
import { freezeTime } from '../../../support/renderer/mount-on-floor';
import { participant } from '../../../support/renderer/seed-floor';

freezeTime(now);

describe('a field that is open', () => {
  it('does not take the focus when its chat changes', async () => {
    const { change, hasFocus } = await openComposer('coach');
    await change({ customerName: 'Kim Lee' });
    expect(hasFocus()).toBe(false);
  });

  it('sends while the mode of another chat changes', async () => {
    const { write, press, sent, other } = await openComposer('coach');
    void useChatsStore().switchMode(other, 'coach');
    await flushPromises();
    await write('Offer a refund');
    await press('Enter');
    expect(sent()).toHaveLength(1);
  });
});

describe('a field that is held', () => {
  it('stays until the supervisor decides, although nobody types and the chat changes', async () => {
    const { write, turnTo, change, element, state } = await openComposer('coach');
    await write('He is ly');
    await turnTo('bargeIn');
    element().blur();
    await change({ customerName: 'Kim Lee' });
    expect([state(), element().value]).toEqual(['held', 'He is ly']);
  });

  it('stays when it is empty, unless its mode was refused', async () => {
    const { element, turnTo, state } = await openComposer('coach');
    element().focus();
    await turnTo('bargeIn');
    await vi.advanceTimersByTimeAsync(10_000);
    expect(state()).toBe('held');
  });

  it('gives way to the field of another chat when nobody types', async () => {
    const { write, turnTo, select, element, state, other } = await openComposer('coach');
    await turnTo('bargeIn', other);
    await write('He is ly');
    await turnTo('bargeIn');
    element().blur();
    await select(other);
    expect([state(), element().value]).toEqual(['open', '']);
  });

  it('names its readers as they are called now', async () => {
    const { bridge, write, turnTo, change, banner } = await openComposer('coach');
    await write('He is ly');
    await turnTo('bargeIn');
    const participants = bridge
      .chat(kim)
      .participants.map((one) => (one.kind === 'agent' ? { ...one, nickname: 'Hanna' } : one));
    await change({ participants });
    expect(banner()).toContain('You were writing to Hanna only.');
  });

  it('keeps its chat while another one is selected, and is not offered to the readers there', async () => {
    const { write, turnTo, change, select, press, state, close, drafts, other } = await openComposer('coach');
    await turnTo('coach', other);
    await write('He is lying');
    await select(other);
    await change({ customerName: 'Somebody' }, other);
    expect(state()).toBe('held');
    await press('Enter', { ctrlKey: true });
    expect(texts(drafts())).toEqual([['coach', 'agents', 'He is lying']]);
    expect(useDraftsStore().ofChat(other)).toEqual([]);
    await select(kim);
    await write('He is lying again');
    await select(other);
    await change({ customerName: 'Somebody else' }, other);
    await close();
    expect(useSentenceStore().homeless).toMatchObject({ place: { chatId: kim }, chat: { id: kim } });
  });

  it('sends nothing, however its form is submitted', async () => {
    const { wrapper, bridge, write, change, state, sent } = await openComposer('coach');
    await write('He is lying');
    const ben = participant('supervisor', 'Ben Ode', 'supervisors');
    await change({ participants: [...bridge.chat(kim).participants, ben] });
    expect(state()).toBe('held');
    await wrapper.get('form').trigger('submit');
    await flushPromises();
    expect(sent()).toEqual([]);
  });
});

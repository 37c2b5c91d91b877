import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useDraftsStore } from '../../../../renderer/stores/drafts.store';
import { sentencePauseMs } from '../../../../renderer/ui/keys/sentence-guard';
import { useSentenceStore } from '../../../../renderer/stores/sentence.store';
import { freezeTime } from '../../../support/renderer/mount-on-floor';
import { participant } from '../../../support/renderer/seed-floor';
import { kim, now, openComposer, texts } from '../../../support/renderer/composer-bench';

freezeTime(now);

describe('a sentence whose readers change under the hand', () => {
  it.each([
    ['another mode', 'bargeIn', 'The mode changed.'],
    ['monitoring', 'monitor', 'The mode changed.'],
  ] as const)('goes on into its own draft after %s, and nothing is sent', async (_what, mode, why) => {
    const { write, turnTo, state, banner, press, drafts, sent, element } = await openComposer('coach');
    await write('He is ly');
    const before = element();
    await turnTo(mode);
    expect([state(), banner()]).toEqual(['held', `You were writing to Ana only.${why}`]);
    expect(element()).toBe(before);
    await write('He is lying');
    await press('Enter');
    expect([texts(drafts()), sent()]).toEqual([[['coach', 'agents', 'He is lying']], []]);
  });

  it('goes on into its own draft when the chat ends, with Copy and Discard after the choice', async () => {
    const { wrapper, write, change, state, banner, press, drafts } = await openComposer('coach');
    await write('He is lying');
    await change({ state: 'revoked', mode: null, allowedActions: [], endedAt: now });
    expect([state(), banner()]).toEqual(['held', 'You were writing to Ana only.You’re no longer in this chat.']);
    await press('Escape');
    expect(state()).toBe('none');
    const unsent = wrapper.get('[data-testid="unsent"]');
    expect(unsent.text()).toContain('Unsent whisper to Ana');
    expect(unsent.findAll('button').map((one) => one.text())).toEqual(['Copy', 'Discard']);
    await unsent.findAll('button')[1]?.trigger('click');
    expect([drafts(), wrapper.find('[data-testid="unsent"]').exists()]).toEqual([[], false]);
  });

  it('is held when somebody comes in, and may then be said to them too', async () => {
    const { bridge, write, change, state, banner, press, element, sent } = await openComposer('coach');
    await write('He is lying');
    await change({
      participants: [...bridge.chat(kim).participants, participant('supervisor', 'Ben Ode', 'supervisors')],
    });
    expect([state(), banner()]).toEqual(['held', 'You were writing to Ana only.Who can read this changed.']);
    await press('Enter', { ctrlKey: true });
    expect([state(), banner()]).toEqual(['open', 'Only Ana and Ben can read thisKim can’t']);
    expect([element().value, document.activeElement === element(), sent()]).toEqual(['He is lying', true, []]);
  });

  it('is simply written on when its readers are the same again', async () => {
    const { write, turnTo, state, element } = await openComposer('coach');
    await write('He is ly');
    const before = element();
    await turnTo('bargeIn');
    await turnTo('coach');
    expect([state(), element() === before, element().value]).toEqual(['open', true, 'He is ly']);
  });

  it.each([
    ['other readers', 'bargeIn', ''],
    ['the same readers', 'coach', 'He is ly'],
  ] as const)(
    'gives way to a mode asked for by an act of one’s own, with the keyboard: %s',
    async (_who, mode, text) => {
      const { write, turnTo, state, element, drafts } = await openComposer('coach');
      await write('He is ly');
      await turnTo('monitor');
      element().blur();
      void useChatsStore().switchMode(kim, mode);
      await flushPromises();
      expect([state(), element().value, document.activeElement === element()]).toEqual(['waiting', text, true]);
      expect(texts(drafts())).toEqual([['coach', 'agents', 'He is ly']]);
    },
  );

  it('gives the readers of now a field of their own after the choice', async () => {
    const { write, turnTo, press, element, banner, state } = await openComposer('coach');
    await write('He is lying');
    const before = element();
    await turnTo('bargeIn');
    await press('Escape');
    expect([state(), banner(), element().value]).toEqual(['open', 'Kim and Ana can read this', '']);
    expect([element() === before, document.activeElement === element()]).toEqual([false, true]);
  });

  it('is held for a field that only has the keyboard: the next letter was meant for its readers', async () => {
    const { turnTo, element, state } = await openComposer('coach');
    element().focus();
    await turnTo('bargeIn');
    expect(state()).toBe('held');
  });

  it('is not held where nobody writes', async () => {
    const { wrapper, turnTo, state, element } = await openComposer('coach');
    await wrapper.get('textarea').setValue('Later');
    await turnTo('bargeIn');
    expect([state(), element().value, document.activeElement]).toEqual(['open', '', document.body]);
  });

  it('gives way when the person goes to another chat, and its text stays with its own', async () => {
    const { write, change, state, drafts, element } = await openComposer('coach');
    await write('He is lying');
    await change({ state: 'revoked', mode: null, allowedActions: [], endedAt: now });
    element().blur();
    useChatsStore().select('0002DaBZ0SN4000F');
    await flushPromises();
    expect([state() === 'held', texts(drafts())]).toEqual([false, [['coach', 'agents', 'He is lying']]]);
  });
});

describe('an input method', () => {
  it('composes on for the readers it was begun for while the mode turns', async () => {
    const { wrapper, write, turnTo, press, drafts, state, element } = await openComposer('coach');
    await write('Kim must not know: ');
    const field = wrapper.get('textarea');
    await field.trigger('compositionstart');
    await field.setValue('Kim must not know: へんきん');
    await turnTo('bargeIn');
    expect([state(), element().value]).toEqual(['held', 'Kim must not know: へんきん']);
    await field.setValue('Kim must not know: 返金');
    await field.trigger('compositionend');
    await press('Enter');
    await press('Escape');
    expect([element().value, texts(drafts())]).toEqual(['', [['coach', 'agents', 'Kim must not know: 返金']]]);
  });

  it('begins the next message in an empty field right after Enter', async () => {
    const { wrapper, write, press, sent, element, settle } = await openComposer('bargeIn');
    await write('first 150. ');
    const enter = wrapper.get('textarea').trigger('keydown', { key: 'Enter' });
    expect(element().value).toBe('');
    const field = wrapper.get('textarea');
    await field.trigger('compositionstart');
    await field.setValue('返');
    await enter;
    await settle();
    expect(element().value).toBe('返');
    await field.trigger('compositionend');
    await press('Enter');
    expect(sent().map(({ request }) => (request as { text: string }).text)).toEqual(['first 150. ', '返']);
  });

  it('is not disturbed by what another window types', async () => {
    const { wrapper, bridge, write, element, drafts } = await openComposer('coach');
    await write('O');
    await vi.advanceTimersByTimeAsync(500);
    await wrapper.get('textarea').trigger('compositionstart');
    element().value = 'Oへ';
    const [draft] = drafts();
    if (draft === undefined) throw new Error('the text is kept');
    useDraftsStore().applyRemote({ draft: { ...draft, text: 'Of' }, revision: bridge.draftRevision + 1 });
    expect(element().value).toBe('Oへ');
  });
});

describe('what is typed after a mode key', () => {
  it('stands in a field at once, and is open there when the mode is confirmed', async () => {
    const { state, element, write, press, settle, sent } = await openComposer('monitor');
    void useChatsStore().switchMode(kim, 'coach');
    await flushPromises();
    expect([state(), document.activeElement === element()]).toEqual(['waiting', true]);
    const before = element();
    await write('Let him cancel it');
    await press('Enter');
    expect(sent()).toEqual([]);
    await settle();
    expect([state(), element() === before, element().value]).toEqual(['open', true, 'Let him cancel it']);
    await press('Enter');
    expect(sent()).toMatchObject([{ name: 'chats.sendToAgents', request: { text: 'Let him cancel it' } }]);
  });

  it('leaves nothing behind when the mode is refused before anything was written', async () => {
    const { bridge, state, write } = await openComposer('monitor');
    const refuse = async (): Promise<void> => {
      void useChatsStore().switchMode(kim, 'bargeIn', { isHeld: true });
      await flushPromises();
      const [command] = bridge.snapshot.pending;
      if (command === undefined) throw new Error('the change is under way');
      bridge.tell({ type: 'commandSettled', command, error: { code: 'command.refused' } });
      await flushPromises();
    };
    await refuse();
    await vi.advanceTimersByTimeAsync(sentencePauseMs);
    expect(state()).toBe('none');
    await refuse();
    await write('h');
    await vi.advanceTimersByTimeAsync(5_000);
    expect(state()).toBe('held');
  });

  it('takes the keyboard when a mode is asked for that is on, or on its way, already', async () => {
    const { bridge, state, element, turnTo } = await openComposer('monitor');
    const askedElsewhere = {
      requestId: 'wall-1',
      kind: 'coach',
      chatId: kim,
      agentId: null,
      phase: 'sending',
      since: now,
    } as const;
    bridge.tell({ type: 'commandPending', command: askedElsewhere });
    await flushPromises();
    expect(state()).toBe('none');
    useSentenceStore().writeRequest = { chatId: kim, mode: 'coach', requestId: 'wall-1' };
    await flushPromises();
    expect([state(), document.activeElement === element()]).toEqual(['waiting', true]);
    await turnTo('coach');
    element().blur();
    useSentenceStore().writeRequest = { chatId: kim, mode: 'coach', requestId: null };
    await flushPromises();
    expect([state(), document.activeElement === element()]).toEqual(['open', true]);
  });

  it('is given back unsent when the mode is refused', async () => {
    const { wrapper, bridge, state, banner, write, press } = await openComposer('monitor');
    void useChatsStore().switchMode(kim, 'bargeIn', { isHeld: true });
    await flushPromises();
    await write('hello there');
    const [command] = bridge.snapshot.pending;
    if (command === undefined) throw new Error('the change is under way');
    bridge.tell({ type: 'commandSettled', command, error: { code: 'command.refused' } });
    await flushPromises();
    expect([state(), banner()]).toEqual(['held', 'You were writing to Kim and Ana.The mode didn’t change.']);
    await press('Escape');
    expect(wrapper.get('[data-testid="unsent"]').text()).toContain('hello there');
  });

  it('is not asked for by another window', async () => {
    const { wrapper, bridge } = await openComposer('monitor');
    const command = {
      requestId: 'other',
      kind: 'coach',
      chatId: kim,
      agentId: null,
      phase: 'sending',
      since: now,
    } as const;
    bridge.tell({ type: 'commandPending', command });
    await flushPromises();
    expect(wrapper.find('textarea').exists()).toBe(false);
  });
});

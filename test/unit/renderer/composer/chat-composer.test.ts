import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { Mode } from '../../../../preload/contract';
import ChatComposer from '../../../../renderer/features/composer/ChatComposer.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { actionsIn } from '../../../support/renderer/seed-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';

freezeTime(now);

async function open(mode: Mode) {
  const floor = mountOnFloor(ChatComposer, { snapshot: busyFloor(now), now: () => now });
  const { wrapper, bridge } = floor;
  const turnTo = async (next: Mode): Promise<void> => {
    bridge.tell({ type: 'chatChanged', chat: { ...bridge.chat(kim), mode: next, allowedActions: actionsIn(next) } });
    await flushPromises();
  };
  await turnTo(mode);
  useChatsStore().select(kim);
  await flushPromises();
  return {
    ...floor,
    turnTo,
    field: () => wrapper.get('textarea'),
    typed: () => (wrapper.get('textarea').element as HTMLTextAreaElement).value,
    audience: () => wrapper.get('[data-testid="composer-audience"]').text(),
    send: () => wrapper.get('button[type="submit"]'),
    sent: () =>
      bridge.asked.filter(({ name }) => name.startsWith('chats.send')).map(({ name, request }) => ({ name, request })),
    typing: () =>
      bridge.asked
        .filter(({ name }) => name === 'chats.typing')
        .map(({ request }) => request as { composedIn: Mode; to: string; isTyping: boolean })
        .map(({ composedIn, to, isTyping }) => `${composedIn} to ${to} ${isTyping ? 'start' : 'stop'}`),
    enter: async (options: object = {}) => {
      await wrapper.get('textarea').trigger('keydown', { key: 'Enter', ...options });
      await flushPromises();
    },
  };
}

describe('the composer', () => {
  it('takes no text in monitor mode, and offers two ways in', async () => {
    const { wrapper, bridge } = await open('monitor');
    expect(wrapper.find('textarea').exists()).toBe(false);
    const ways = wrapper.findAll('button');
    expect(ways.map((way) => way.text())).toEqual(['Coach Ana', 'Barge in on Kim and Ana']);
    await ways[1]?.trigger('click');
    expect(bridge.asked.at(-1)?.name).toBe('chats.bargeIn');
  });

  it('says by name who reads it and who does not', async () => {
    const { audience, send, turnTo } = await open('coach');
    expect(audience()).toBe('Only Ana can read thisKim can’t');
    expect(send().text()).toContain('Whisper to Ana');
    await turnTo('bargeIn');
    expect(audience()).toBe('Kim and Ana can read this');
    expect(send().text()).toContain('Send to Kim and Ana');
  });

  it('sends a whisper to the agents only, naming the mode it was composed in', async () => {
    const { field, enter, sent, typed, settle } = await open('coach');
    await field().setValue('Offer a refund');
    await enter();
    await settle();
    expect(sent()).toMatchObject([
      { name: 'chats.sendToAgents', request: { chatId: kim, composedIn: 'coach', text: 'Offer a refund' } },
    ]);
    expect(typed()).toBe('');
  });

  it('sends to everyone in barge-in, and to agents only when that audience is selected', async () => {
    const { wrapper, field, enter, sent, audience, settle } = await open('bargeIn');
    await field().setValue('Hello Kim');
    await enter();
    await settle();
    await wrapper
      .findAll('button')
      .find((one) => one.text().includes('Whisper to Ana instead'))
      ?.trigger('click');
    expect(audience()).toBe('Only Ana can read thisKim can’t');
    await field().setValue('She is right');
    await enter();
    expect(sent()).toMatchObject([
      { name: 'chats.sendToEveryone', request: { composedIn: 'bargeIn', text: 'Hello Kim' } },
      { name: 'chats.sendToAgents', request: { composedIn: 'bargeIn', text: 'She is right' } },
    ]);
  });

  it('never carries a text over to other readers', async () => {
    const { wrapper, field, typed, turnTo } = await open('coach');
    await field().setValue('He is lying');
    await turnTo('bargeIn');
    expect(typed()).toBe('');
    expect(wrapper.text()).toContain('Unsent whisper to Ana');
    await field().setValue('Dear Kim');
    await wrapper
      .findAll('button')
      .find((one) => one.text().includes('Whisper to Ana instead'))
      ?.trigger('click');
    expect(typed()).toBe('');
    await turnTo('coach');
    expect(typed()).toBe('');
    await field().trigger('keydown', { key: 'Escape' });
    expect(typed()).toBe('He is lying');
  });

  it('keeps every letter when the send is refused, and says why', async () => {
    const { wrapper, bridge, field, enter, typed } = await open('coach');
    bridge.failNext.set('chats.sendToAgents', 'command.chatGone');
    await field().setValue('Offer a refund');
    await enter();
    expect(typed()).toBe('Offer a refund');
    expect(wrapper.get('[role="alert"]').text()).toBe('Not sent. You’re no longer in this chat.');
  });

  it('does not claim that nothing was sent when the outcome is unknown', async () => {
    const { wrapper, bridge, field, enter } = await open('coach');
    bridge.failNext.set('chats.sendToAgents', 'command.outcomeUnknown');
    await field().setValue('Offer a refund');
    await enter();
    expect(wrapper.get('[role="alert"]').text()).not.toContain('Not sent');
  });

  it('sends once for two presses, and keeps what was typed meanwhile', async () => {
    const { field, enter, sent, typed, settle } = await open('coach');
    await field().setValue('One');
    const first = field().trigger('keydown', { key: 'Enter' });
    const second = field().trigger('keydown', { key: 'Enter' });
    await field().setValue('and more');
    await Promise.all([first, second]);
    await enter({ shiftKey: true });
    await settle();
    expect(sent()).toHaveLength(1);
    expect(typed()).toBe('and more');
  });

  it.each([
    ['Shift is held', { shiftKey: true }],
    ['an input method composes', { isComposing: true }],
    ['an older input method takes the key', { key: 'Process' }],
  ])('does not send on Enter while %s', async (_, options) => {
    const { field, enter, sent } = await open('coach');
    await field().setValue('にほん');
    await enter(options);
    expect(sent()).toEqual([]);
  });

  it('does not send blank text', async () => {
    const { field, enter, sent, send } = await open('coach');
    await field().setValue('  \n ');
    await enter();
    expect(sent()).toEqual([]);
    expect(send().attributes('disabled')).toBeDefined();
  });

  it('keeps the text and says why while the connection is stale', async () => {
    const { wrapper, field, enter, sent, typed } = await open('coach');
    await field().setValue('Offer a refund');
    useSessionStore().connection = { phase: 'stale', reason: 'noAnswer', lastSuccessAt: now, nextAttemptAt: null };
    await enter();
    expect([sent(), typed()]).toEqual([[], 'Offer a refund']);
    expect(wrapper.get('.note').text()).toBe('No live connection. Your draft is kept.');
  });

  it('waits while a change of mode is under way', async () => {
    const { wrapper, field, enter, sent } = await open('coach');
    void useChatsStore().switchMode(kim, 'bargeIn');
    await field().setValue('Offer a refund');
    await enter();
    expect(sent()).toEqual([]);
    expect(wrapper.get('.note').text()).toContain('Switching mode');
  });

  it('counts down near the limit and refuses beyond it', async () => {
    const { wrapper, field, enter, sent } = await open('coach');
    await field().setValue('x'.repeat(15_900));
    expect(wrapper.get('.left').text()).toBe('100 left');
    await field().setValue('x'.repeat(16_001));
    await enter();
    expect(sent()).toEqual([]);
    expect(wrapper.get('.note').text()).toBe('1 character over the limit.');
  });

  it('finds its text again when a change of mode is undone, and never another one meanwhile', async () => {
    const { field, typed, turnTo, audience } = await open('coach');
    await field().setValue('He is lying');
    await turnTo('bargeIn');
    expect([typed(), audience()]).toEqual(['', 'Kim and Ana can read this']);
    await field().setValue('Good evening');
    await turnTo('coach');
    expect([typed(), audience()]).toEqual(['He is lying', 'Only Ana can read thisKim can’t']);
    await turnTo('monitor');
    await turnTo('bargeIn');
    expect(typed()).toBe('Good evening');
  });

  it('says next to the draft that it was not sent because the mode changed, and leads back to its readers', async () => {
    const { wrapper, bridge, field, enter, turnTo, typed, sent } = await open('coach');
    bridge.failNext.set('chats.sendToAgents', 'command.modeDiffers');
    await field().setValue('He is lying');
    await enter();
    expect(wrapper.get('[role="alert"]').text()).toContain('who can read this changed while you were writing');
    await turnTo('bargeIn');
    expect(typed()).toBe('');
    expect(wrapper.get('[role="alert"]').text()).toContain(
      'Your mode changed, so different people would have read this',
    );
    expect(wrapper.text()).toContain('He is lying');
    const back = wrapper.findAll('button').find((button) => button.text() === 'Coach again');
    await back?.trigger('click');
    expect(bridge.asked.at(-1)).toMatchObject({ name: 'chats.coach', request: { chatId: kim } });
    await turnTo('coach');
    expect([typed(), sent().length]).toEqual(['He is lying', 1]);
    await field().setValue('He is not');
    expect(wrapper.find('[role="alert"]').exists()).toBe(false);
  });

  it('sends nothing for an Enter that is still down from something else', async () => {
    const { field, enter, sent } = await open('coach');
    await field().setValue('Offer a refund');
    await enter({ repeat: true });
    expect(sent()).toEqual([]);
  });

  it('keeps an unsent text in sight when the chat ends', async () => {
    const { wrapper, bridge, field } = await open('coach');
    await field().setValue('Offer a refund');
    bridge.tell({
      type: 'chatChanged',
      chat: { ...bridge.chat(kim), state: 'revoked', mode: null, allowedActions: [], endedAt: now },
    });
    await flushPromises();
    expect(wrapper.find('textarea').exists()).toBe(false);
    expect(wrapper.text()).toContain('Offer a refund');
  });
});

describe('typing signs', () => {
  it('start once, and stop when the text is sent', async () => {
    const { field, enter, typing } = await open('coach');
    await field().setValue('O');
    await field().setValue('Of');
    await enter();
    expect(typing()).toEqual(['coach to agents start', 'coach to agents stop']);
  });

  it('stop after five idle seconds and on leaving the field', async () => {
    const { field, typing } = await open('bargeIn');
    await field().setValue('O');
    await vi.advanceTimersByTimeAsync(5_000);
    await field().setValue('Of');
    await field().trigger('blur');
    expect(typing()).toEqual([
      'bargeIn to everyone start',
      'bargeIn to everyone stop',
      'bargeIn to everyone start',
      'bargeIn to everyone stop',
    ]);
  });

  it('stop for the readers they were made for when the mode changes', async () => {
    const { field, typing, turnTo } = await open('coach');
    await field().setValue('O');
    await turnTo('bargeIn');
    expect(typing()).toEqual(['coach to agents start', 'coach to agents stop']);
  });

  it('go to the agents alone for a whisper within barge-in', async () => {
    const { wrapper, field, typing } = await open('bargeIn');
    await wrapper
      .findAll('button')
      .find((one) => one.text().includes('Whisper to Ana instead'))
      ?.trigger('click');
    await field().setValue('She is right');
    expect(typing()).toEqual(['bargeIn to agents start']);
  });
});

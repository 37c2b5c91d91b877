import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { TranscriptEntry } from '../../../../preload/contract';
import ChatView from '../../../../renderer/features/chat/ChatView.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, giveLayout, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';

freezeTime(now);
giveLayout(2_000);

async function open(chatId = kim) {
  const floor = mountOnFloor(ChatView, { snapshot: busyFloor(now), now: () => now });
  const { wrapper, bridge } = floor;
  // Read before, so that no line "new" stands above.
  useChatsStore().markRead(chatId, useChatsStore().transcripts.get(chatId)?.entries.at(-1)?.index ?? 0);
  useChatsStore().select(chatId);
  await flushPromises();
  await vi.advanceTimersByTimeAsync(50);
  const says = async (by: 'customer' | 'agent' | 'self', changes: Partial<TranscriptEntry>): Promise<void> => {
    const author = bridge.chat(chatId).participants.find(({ kind }) => kind === by);
    if (author === undefined) throw new Error(`the chat has a ${by}`);
    const last = useChatsStore().transcripts.get(chatId)?.entries.at(-1)?.index ?? 0;
    const entry: TranscriptEntry = {
      index: last + 1,
      kind: 'text',
      author,
      visibility: 'everyone',
      text: '',
      at: now,
      ...changes,
    };
    bridge.tell({ type: 'entriesAdded', chatId, entries: [entry] });
    await flushPromises();
    await vi.advanceTimersByTimeAsync(50);
  };
  const scrollTo = async (place: { top: number; height: number }): Promise<void> => {
    const { element } = wrapper.get<HTMLElement>('[data-testid="transcript"]');
    vi.spyOn(element, 'scrollHeight', 'get').mockReturnValue(place.height);
    vi.spyOn(element, 'clientHeight', 'get').mockReturnValue(500);
    Object.defineProperty(element, 'scrollTop', { configurable: true, writable: true, value: place.top });
    element.dispatchEvent(new Event('scroll'));
    await flushPromises();
  };
  const lastMessage = () => wrapper.findAll('[data-look]').at(-1);
  return { ...floor, says, scrollTo, lastMessage };
}

describe('the transcript', () => {
  it('marks what only agents read, from any author', async () => {
    const { says, lastMessage } = await open();
    await says('self', { visibility: 'agents', text: 'Refund her' });
    expect([lastMessage()?.attributes('data-look'), lastMessage()?.text()]).toEqual([
      'whisper',
      expect.stringContaining('You, to Ana only'),
    ]);
    await says('agent', { visibility: 'agents', text: 'I may not' });
    expect([lastMessage()?.attributes('data-look'), lastMessage()?.text()]).toEqual([
      'whisper',
      expect.stringContaining('Ana, to agents only'),
    ]);
  });

  it('marks what the supervisor said in sight of the customer', async () => {
    const { says, lastMessage } = await open();
    await says('self', { text: 'I am Sam' });
    expect([lastMessage()?.attributes('data-look'), lastMessage()?.text()]).toEqual([
      'stepIn',
      expect.stringContaining('You, to Kim and Ana'),
    ]);
  });

  it('shows hostile text as text', async () => {
    const { wrapper, says, lastMessage } = await open();
    const text = '<img src=x onerror=alert(1)> {{ 7*7 }} <b>bold</b>';
    await says('customer', { text });
    expect(lastMessage()?.get('.text').element.textContent).toBe(text);
    expect(wrapper.find('img').exists()).toBe(false);
  });

  it('opens https outside, and http not at all', async () => {
    const { bridge, says, lastMessage } = await open();
    await says('customer', { text: 'https://bank.example.com/a http://bank.example.com/b' });
    const links = lastMessage()?.findAll('[role="link"]') ?? [];
    expect(links.map((link) => link.text())).toEqual(['https://bank.example.com/a']);
    await links[0]?.trigger('click');
    expect(bridge.asked.at(-1)).toEqual({ name: 'links.open', request: { url: 'https://bank.example.com/a' } });
  });

  it('opens a very long message on demand only', async () => {
    const { says, lastMessage } = await open();
    const text = 'word '.repeat(4_000);
    await says('customer', { text });
    expect(lastMessage()?.get('.text').text().length).toBeLessThan(2_000);
    await lastMessage()?.get('.more').trigger('click');
    expect(lastMessage()?.get('.text').element.textContent).toBe(text);
  });

  it('draws a gap where words are missing', async () => {
    const { wrapper, bridge } = await open();
    bridge.tell({
      type: 'gapsChanged',
      chatId: kim,
      gaps: [{ afterIndex: 7, beforeIndex: 9, from: now - 120_000, to: now }],
    });
    await flushPromises();
    expect(wrapper.get('[data-row="gap"]').text()).toMatch(
      /^Messages between \d\d:\d\d and \d\d:\d\d couldn’t be loaded$/u,
    );
  });

  it('is read while it is followed, and counts what comes while it is not', async () => {
    const { wrapper, says, scrollTo } = await open();
    const chats = useChatsStore();
    expect(chats.unreadOf(kim)).toBe(0);
    await scrollTo({ top: 4_000, height: 4_500 });
    await scrollTo({ top: 1_000, height: 4_500 });
    await says('customer', { text: 'Hello?' });
    await says('self', { visibility: 'agents', text: 'Answer him' });
    await says('customer', { text: 'Anybody?' });
    expect(wrapper.get('.news').text()).toBe('2 new');
    expect(chats.unreadOf(kim)).toBe(2);
    await scrollTo({ top: 4_480, height: 5_000 });
    expect(wrapper.find('.news').exists()).toBe(false);
    expect(chats.unreadOf(kim)).toBe(0);
  });

  it('makes rows of the last messages only, and of earlier ones near the top', async () => {
    const { wrapper, bridge, says, scrollTo } = await open();
    // Without a layout every row has no height, so all of them are in sight.
    const rowCount = (): number => wrapper.findAll('[data-index]').length;
    await says('customer', { text: 'One' });
    const entries = useChatsStore().transcripts.get(kim)?.entries ?? [];
    const one = entries.at(-1);
    if (one === undefined) throw new Error('the chat has a message');
    const many = Array.from({ length: 1_000 }, (_none, count) => ({ ...one, index: one.index + 1 + count }));
    bridge.tell({ type: 'entriesAdded', chatId: kim, entries: many });
    await flushPromises();
    expect(rowCount()).toBe(200);
    await scrollTo({ top: 9_000, height: 9_500 });
    await scrollTo({ top: 1_100, height: 9_500 });
    expect(rowCount()).toBeGreaterThan(200);
  });

  it('says who is typing, and to whom', async () => {
    const { wrapper, bridge } = await open();
    const [customer, agent] = bridge.chat(kim).participants;
    if (customer === undefined || agent === undefined) throw new Error('the chat has two sides');
    bridge.tell({ type: 'typingChanged', chatId: kim, typing: [{ ...customer, visibility: 'everyone', since: now }] });
    await flushPromises();
    expect(wrapper.get('.typing').text()).toBe('Kim is typing…');
    bridge.tell({ type: 'typingChanged', chatId: kim, typing: [{ ...agent, visibility: 'agents', since: now }] });
    await flushPromises();
    expect(wrapper.get('.typing').text()).toBe('Ana is typing a whisper…');
  });

  it('says that a chat was taken away, and puts it away on request', async () => {
    const { wrapper, bridge } = await open('0001Da9PFC930016');
    expect(wrapper.text()).toContain('This chat is no longer available to you');
    expect(wrapper.find('[data-testid="mode-control"]').exists()).toBe(false);
    await wrapper
      .findAll('button')
      .find((one) => one.text() === 'Remove from list')
      ?.trigger('click');
    expect(bridge.asked.some(({ name }) => name === 'chats.dismiss')).toBe(true);
  });

  it('asks for the last word on an invitation', async () => {
    const { wrapper, bridge, settle } = await open('0001Da9PFC930015');
    expect(wrapper.text()).toContain('Hannah: chat invitation');
    expect(wrapper.text()).toContain('The server doesn’t say who will see you.');
    await wrapper
      .findAll('button')
      .find((one) => one.text().startsWith('Join chat'))
      ?.trigger('click');
    await settle();
    expect(bridge.chat('0001Da9PFC930015').state).toBe('active');
    expect(wrapper.find('[data-testid="mode-control"]').exists()).toBe(true);
  });
});

describe('what is said aloud', () => {
  it('is a new line of the customer, politely, and never an own one', async () => {
    const { wrapper, says } = await open();
    const live = () => wrapper.findAll('[aria-live="polite"]').map((region) => region.text());
    await says('customer', { text: 'Where is my parcel?' });
    expect(live().filter((text) => text.includes('Where is my parcel?'))).toHaveLength(1);
    await says('self', { text: 'I look into it myself.' });
    expect(live().filter((text) => text.includes('I look into it myself.'))).toEqual([]);
  });
});

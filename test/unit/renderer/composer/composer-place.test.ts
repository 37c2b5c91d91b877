import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { defineComponent, h, shallowRef } from 'vue';
import type { Chat, Mode } from '../../../../preload/contract';
import ChatComposer from '../../../../renderer/features/composer/ChatComposer.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useDraftsStore } from '../../../../renderer/stores/drafts.store';
import { useSentenceStore } from '../../../../renderer/stores/sentence.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { actionsIn, participant } from '../../../support/renderer/seed-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';

freezeTime(now);

async function open(mode: Mode) {
  const hasComposer = shallowRef(true);
  const host = defineComponent(() => () => (hasComposer.value ? h(ChatComposer) : null));
  const floor = mountOnFloor(host, { snapshot: busyFloor(now), now: () => now });
  const { wrapper, bridge } = floor;
  const other = bridge.snapshot.chats.find(({ id, state }) => id !== kim && state === 'active')?.id;
  if (other === undefined) throw new Error('the busy floor has two active chats');
  const change = async (part: Partial<Chat>, chatId = kim): Promise<void> => {
    bridge.tell({ type: 'chatChanged', chat: { ...bridge.chat(chatId), ...part } });
    await flushPromises();
  };
  const turnTo = (next: Mode, chatId = kim): Promise<void> =>
    change({ mode: next, allowedActions: actionsIn(next) }, chatId);
  await turnTo(mode);
  useChatsStore().select(kim);
  await flushPromises();
  const element = (): HTMLTextAreaElement => wrapper.get('textarea').element;
  return {
    ...floor,
    other,
    change,
    turnTo,
    element,
    hasFocus: () => wrapper.find('textarea').exists() && document.activeElement === element(),
    state: () => {
      const composer = wrapper.find('[data-testid="composer"][data-state]');
      return composer.exists() ? composer.attributes('data-state') : 'none';
    },
    banner: () => wrapper.get('[data-testid="composer-audience"]').text(),
    write: async (text: string) => {
      element().focus();
      await wrapper.get('textarea').setValue(text);
    },
    press: async (key: string, held: object = {}) => {
      await wrapper.get('textarea').trigger('keydown', { key, ...held });
      await flushPromises();
    },
    whisperInstead: async () => {
      const button = wrapper.findAll('button').find((one) => one.text().includes('Whisper to Ana instead'));
      await button?.trigger('click');
    },
    close: async () => {
      hasComposer.value = false;
      await flushPromises();
    },
    reopen: async () => {
      hasComposer.value = true;
      await flushPromises();
    },
    select: async (chatId: string) => {
      useChatsStore().select(chatId);
      await flushPromises();
    },
    drafts: (chatId = kim) =>
      useDraftsStore()
        .ofChat(chatId)
        .map(({ mode: composedIn, audience, text }) => [composedIn, audience, text]),
    typing: () =>
      bridge.asked
        .filter(({ name }) => name === 'chats.typing')
        .map(({ request }) => (request as { isTyping: boolean }).isTyping),
  };
}

describe('a whisper within barge-in', () => {
  it.each(['another mode', 'another chat'])('ends with %s', async (what) => {
    const { whisperInstead, banner, turnTo, select, element, other } = await open('bargeIn');
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
  it('stands with its readers of now, after what was there, and nowhere else', async () => {
    const { whisperInstead, write, turnTo, press, state, banner, element, hasFocus, drafts } = await open('bargeIn');
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
    expect(drafts()).toEqual([['bargeIn', 'agents', 'First\nHe is lying']]);
  });
});

describe('a held text for everyone', () => {
  it('is for everyone again once it is adopted', async () => {
    const { bridge, write, change, press, state, banner, element } = await open('bargeIn');
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
  it('leaves a sentence under the hand to go on elsewhere, with its readers and why', async () => {
    const { write, close, change } = await open('coach');
    await write('He is ly');
    await close();
    const place = { chatId: kim, mode: 'coach', audience: 'agents' };
    expect(useSentenceStore().homeless).toMatchObject({ place, chat: { id: kim } });

    const held = await open('coach');
    await held.write('He is ly');
    await held.turnTo('bargeIn');
    held.element().blur();
    await held.close();
    expect(useSentenceStore().homeless).toMatchObject({ place, why: 'mode' });
    await change({});
  });

  it('says that its mode was not confirmed yet', async () => {
    const { write, close } = await open('monitor');
    void useChatsStore().switchMode(kim, 'coach');
    await flushPromises();
    await write('He is ly');
    await close();
    expect(useSentenceStore().homeless?.why).toBe('refused');
  });

  it('leaves nothing where nobody writes', async () => {
    const { close } = await open('coach');
    await close();
    expect(useSentenceStore().homeless).toBeNull();
  });
});

describe('a composer that opens in a chat', () => {
  it('shows the field of its readers and does not take the keyboard', async () => {
    const { close, reopen, state, hasFocus } = await open('coach');
    await close();
    await reopen();
    expect([state(), hasFocus()]).toEqual(['open', false]);
  });

  it('goes on with the sentence of its readers, with the keyboard', async () => {
    const { write, close, reopen, state, hasFocus, element } = await open('coach');
    await write('He is ly');
    await close();
    await reopen();
    expect([state(), hasFocus(), element().value]).toEqual(['open', true, 'He is ly']);
    expect(useSentenceStore().homeless).toBeNull();
  });

  it('holds a sentence whose readers are others meanwhile, or that a reload interrupted', async () => {
    const turned = await open('coach');
    await turned.write('He is ly');
    await turned.close();
    await turned.turnTo('bargeIn');
    await turned.reopen();
    expect([turned.state(), turned.hasFocus(), turned.element().value]).toEqual(['held', true, 'He is ly']);

    const reloaded = await open('coach');
    await reloaded.write('He is ly');
    await reloaded.close();
    const sentence = useSentenceStore();
    if (sentence.homeless === null) throw new Error('the sentence goes on');
    sentence.homeless = { ...sentence.homeless, why: 'reloaded' };
    await reloaded.reopen();
    expect([reloaded.state(), reloaded.hasFocus()]).toEqual(['held', true]);
  });

  it('leaves the sentence of another chat where it is', async () => {
    const { write, close, reopen, select, state, other } = await open('coach');
    await write('He is ly');
    await close();
    await select(other);
    await reopen();
    expect(state()).not.toBe('held');
    expect(useSentenceStore().homeless).toMatchObject({ place: { chatId: kim } });
  });
});

describe('the field of another chat', () => {
  it('comes after the sentence that is under the hand, and does not take the keyboard', async () => {
    const { write, turnTo, select, state, press, hasFocus, banner, drafts, other } = await open('coach');
    await turnTo('bargeIn', other);
    await write('He is ly');
    await select(other);
    expect(state()).toBe('held');
    await press('Escape');
    expect([state(), hasFocus()]).toEqual(['open', false]);
    expect(banner()).not.toContain('Only Ana can read this');
    expect(drafts()).toEqual([['coach', 'agents', 'He is ly']]);
  });

  it('is not entered by a mode that was asked for in the first', async () => {
    const { turnTo, select, state, hasFocus, other } = await open('monitor');
    await turnTo('bargeIn', other);
    void useChatsStore().switchMode(kim, 'coach');
    await select(other);
    expect([state(), hasFocus()]).toEqual(['open', false]);
  });
});

describe('typing signs of the composer', () => {
  it('stop when the text is emptied, may not be sent, or its field is held or gone', async () => {
    const emptied = await open('coach');
    await emptied.write('O');
    await emptied.write('');
    expect(emptied.typing()).toEqual([true, false]);

    const tooLong = await open('coach');
    await tooLong.write('O');
    await tooLong.write('x'.repeat(100_000));
    expect(tooLong.typing()).toEqual([true, false]);

    const held = await open('coach');
    await held.write('O');
    await held.turnTo('bargeIn');
    await held.write('Of');
    expect(held.typing()).toEqual([true, false]);

    const closed = await open('coach');
    await closed.write('O');
    await closed.close();
    expect(closed.typing()).toEqual([true, false]);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(closed.typing()).toEqual([true, false]);
  });
});

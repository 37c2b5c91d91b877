import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h, onScopeDispose } from 'vue';
import ModeControl from '../../../../renderer/features/chat/ModeControl.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useSentenceStore } from '../../../../renderer/stores/sentence.store';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import { createKeyMap, takesText } from '../../../../renderer/ui/keys/key-map';
import { listenToKeys } from '../../../../renderer/ui/keys/listen-to-keys';
import { createSentenceGuard } from '../../../../renderer/ui/keys/sentence-guard';
import { provideKeyMap } from '../../../../renderer/ui/keys/use-key-map';
import { provideSentenceGuard } from '../../../../renderer/ui/keys/use-sentence-guard';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { holdKey } from '../../../support/renderer/hold-key';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';

const now = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';
const silent = '0001Da9PFC930012';

/** The control as the app holds it: on the living chat, with the keyboard connected. */
const OnTheKeyboard = defineComponent({
  props: { chatId: { type: String, required: true } },
  setup(props) {
    const keyMap = createKeyMap({ isMac: false, isLayerOpen: () => false });
    provideKeyMap(keyMap);
    const guard = createSentenceGuard({ elapsedMs: () => performance.now(), takesText });
    provideSentenceGuard(guard);
    onScopeDispose(guard.listenFirst(window));
    listenToKeys(keyMap, window);
    const chats = useChatsStore();
    return () => {
      const chat = chats.chats.get(props.chatId);
      return chat === undefined ? null : h(ModeControl, { chat });
    };
  },
});

freezeTime(now);

function open(chatId: string) {
  const floor = mountOnFloor(OnTheKeyboard, { snapshot: busyFloor(now), props: { chatId }, now: () => now });
  const { wrapper, bridge } = floor;
  const segment = (mode: string) => wrapper.get(`[data-mode="${mode}"]`);
  return {
    ...floor,
    segment,
    confirmed: () => wrapper.findAll('[role="radio"][aria-checked="true"]').map((one) => one.attributes('data-mode')),
    asked: () => bridge.asked.map(({ name }) => name).filter((name) => name.startsWith('chats.')),
    hold: async (key: string) => {
      holdKey(key);
      await flushPromises();
    },
    press: async (key: string) => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true, cancelable: true }));
      await flushPromises();
    },
  };
}

describe('the mode control', () => {
  it('keeps showing the confirmed mode while a change is under way, and turns when it is confirmed', async () => {
    const { segment, confirmed, settle } = open(silent);
    await segment('coach').trigger('click');
    await flushPromises();
    expect(confirmed()).toEqual(['monitor']);
    expect(segment('coach').attributes('aria-busy')).toBe('true');
    expect(segment('coach').text()).toContain('Waiting for confirmation');
    await settle();
    expect(confirmed()).toEqual(['coach']);
    expect(segment('coach').attributes('aria-busy')).toBeUndefined();
  });

  it('asks once, however often it is pressed', async () => {
    const { segment, asked } = open(silent);
    await Promise.all([
      segment('coach').trigger('click'),
      segment('coach').trigger('click'),
      segment('bargeIn').trigger('click'),
    ]);
    await flushPromises();
    expect(asked()).toEqual(['chats.coach']);
  });

  it('asks for nothing that is on or on its way already, and hands the keyboard to its field', async () => {
    const { bridge, press, asked, settle } = open(silent);
    const sentence = useSentenceStore();
    await press('c');
    expect(sentence.writeRequest).toBeNull();
    await press('c');
    const requestId = bridge.snapshot.pending[0]?.requestId;
    expect(sentence.writeRequest).toEqual({ chatId: silent, mode: 'coach', requestId });
    await settle();
    await press('c');
    expect(sentence.writeRequest).toEqual({ chatId: silent, mode: 'coach', requestId: null });
    expect(asked()).toEqual(['chats.coach']);
  });

  it('names who sees the supervisor in each mode', () => {
    const { segment } = open(kim);
    expect(['monitor', 'coach', 'bargeIn'].map((mode) => segment(mode).get('small').text())).toEqual([
      'No one can see you',
      'Only Ana can see you',
      'Kim and Ana can see you',
    ]);
  });

  it('says why a change failed and stays with what is confirmed', async () => {
    const { wrapper, bridge, segment, confirmed } = open(silent);
    bridge.failNext.set('chats.bargeIn', 'command.forbidden');
    await segment('bargeIn').trigger('click');
    await flushPromises();
    expect(confirmed()).toEqual(['monitor']);
    expect(wrapper.get('[role="alert"]').text()).toMatch(/^Couldn’t switch to Barge in\. You don’t have permission/u);
  });

  it('claims nothing when the outcome is unknown', async () => {
    const { wrapper, bridge, segment } = open(silent);
    bridge.failNext.set('chats.bargeIn', 'command.outcomeUnknown');
    await segment('bargeIn').trigger('click');
    await flushPromises();
    expect(wrapper.get('[role="alert"]').text()).not.toContain('Couldn’t switch');
  });

  it('does not offer what the server does not offer, and says so', async () => {
    const { bridge, segment, asked } = open(silent);
    bridge.tell({ type: 'chatChanged', chat: { ...bridge.chat(silent), allowedActions: ['switchToCoach'] } });
    await flushPromises();
    await segment('bargeIn').trigger('click');
    expect(segment('bargeIn').attributes('aria-disabled')).toBe('true');
    expect(segment('bargeIn').text()).toContain('Not available right now');
    expect(asked()).toEqual([]);
  });

  it('offers nothing while the connection is stale', async () => {
    const { segment } = open(silent);
    useSessionStore().connection = { phase: 'stale', reason: 'noAnswer', lastSuccessAt: now, nextAttemptAt: null };
    await flushPromises();
    expect(segment('coach').text()).toContain('No live connection');
  });

  it('answers a key while the connection is stale, and keeps the letters after it from acting', async () => {
    const { press, asked, wrapper } = open(silent);
    const { connection } = useSessionStore();
    useSessionStore().connection = { phase: 'stale', reason: 'noAnswer', lastSuccessAt: now, nextAttemptAt: null };
    await press('c');
    expect(wrapper.get('[role="alert"]').text()).toMatch(/^Couldn’t switch to Coach\./u);
    useSessionStore().connection = connection;
    await press('c');
    expect(asked()).toEqual([]);
  });

  it('shows no mode as confirmed before the server said one', async () => {
    const { wrapper, bridge, confirmed } = open(silent);
    bridge.tell({ type: 'chatChanged', chat: { ...bridge.chat(silent), mode: null, allowedActions: [] } });
    await flushPromises();
    expect(confirmed()).toEqual([]);
    expect(wrapper.text()).toContain('You can write once your mode is confirmed');
  });

  it('lets arrow keys walk without making anyone visible', async () => {
    const { segment, asked } = open(kim);
    await segment('coach').trigger('keydown', { key: 'ArrowRight' });
    await flushPromises();
    expect(document.activeElement).toBe(segment('bargeIn').element);
    expect(asked()).toEqual([]);
  });

  it('turns with a letter that is held, and back to silent with Escape', async () => {
    const { hold, press, asked, settle, confirmed } = open(kim);
    await hold('b');
    await settle();
    expect(confirmed()).toEqual(['bargeIn']);
    await press('Escape');
    await settle();
    expect(confirmed()).toEqual(['monitor']);
    expect(asked()).toEqual(['chats.bargeIn', 'chats.monitor']);
  });

  it('keeps a request to step back that overtakes a pending mode change', async () => {
    const { wrapper, hold, press, asked, settle, confirmed } = open(silent);
    await hold('b');
    await press('Escape');
    expect(wrapper.text()).toContain('You’ll be back to monitoring');
    expect(asked()).toEqual(['chats.bargeIn']);
    await settle();
    await flushPromises();
    expect(asked()).toEqual(['chats.bargeIn', 'chats.monitor']);
    await settle();
    expect(confirmed()).toEqual(['monitor']);
  });
});

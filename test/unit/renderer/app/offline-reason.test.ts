import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h, nextTick } from 'vue';
import { provideServerAvailability } from '../../../../renderer/app/provide-server-availability';
import { placeNow } from '../../../../renderer/domain/modes/composing';
import { useAgentsStore } from '../../../../renderer/stores/agents.store';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { useSendingStore } from '../../../../renderer/stores/sending.store';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import UiButton from '../../../../renderer/ui/UiButton.vue';
import UiIconButton from '../../../../renderer/ui/UiIconButton.vue';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const kim = '0001Da9PFC93000S';

function open() {
  const pressed: string[] = [];
  const host = defineComponent({
    setup() {
      provideServerAvailability();
      const press = (name: string) => () => pressed.push(name);
      return () => [
        h(UiButton, { needsServer: true, onClick: press('join') }, () => 'Join'),
        h(UiIconButton, { needsServer: true, label: 'Stop', onClick: press('stop') }),
        h(UiButton, { onClick: press('read') }, () => 'Read'),
      ];
    },
  });
  const { bridge } = mountOnFloor(host, { snapshot: busyFloor(0) });
  const session = useSessionStore();
  return {
    pressed,
    bridge,
    settle: () => flushPromises(),
    buttons: () => [...document.querySelectorAll('button')],
    connect: async (phase: 'live' | 'catchingUp' | 'stale' | 'offline') => {
      session.connection = { ...session.connection, phase };
      await nextTick();
    },
  };
}

describe('while there is no live connection', () => {
  it.each(['stale', 'offline'] as const)('%s: what takes the server stands still and says why', async (phase) => {
    const { pressed, buttons, connect } = open();
    await connect(phase);
    for (const button of buttons()) button.click();
    expect(pressed).toEqual(['read']);
    expect(buttons().map((button) => button.getAttribute('aria-disabled'))).toEqual(['true', 'true', null]);
    const [join, stop] = buttons();
    expect(join?.title).toContain('Available again once the connection is live.');
    expect(stop?.getAttribute('aria-description')).toContain('Available again once the connection is live.');
  });

  it('keeps the focus where it is, and lets it act again as soon as there is one', async () => {
    const { pressed, buttons, connect } = open();
    await connect('offline');
    buttons()[0]?.focus();
    await connect('catchingUp');
    expect(document.activeElement).toBe(buttons()[0]);
    buttons()[0]?.click();
    expect(pressed).toEqual(['join']);
  });

  it('sends nothing to the server, whatever the source, except stepping back', async () => {
    const { bridge, connect, settle } = open();
    await connect('stale');
    const before = bridge.asked.length;
    const results = [
      await useChatsStore().accept(kim),
      await useChatsStore().switchMode(kim, 'bargeIn', { isHeld: true }),
      await useSendingStore().send({ ...placeNow(bridge.chat(kim), 'coach', 'agents'), text: 'Hm' }),
      await useAgentsStore().watch({ agentId: 'user-1', mode: 'monitor', scope: 'allChats', nickname: '' }),
    ];
    expect(results.map((result) => (result.ok ? 'done' : result.error.code))).toEqual(
      Array.from({ length: 4 }, () => 'command.notLive'),
    );
    expect(useToastsStore().toasts[0]?.key).toBe('error.command_notLive');
    void useChatsStore().switchMode(kim, 'monitor');
    await settle();
    expect(bridge.asked.slice(before).map(({ name }) => name)).toEqual(['chats.monitor']);
  });
});

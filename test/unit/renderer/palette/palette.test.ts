import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { defineComponent, h, shallowRef } from 'vue';
import CommandPalette from '../../../../renderer/features/palette/CommandPalette.vue';
import { useChatsStore } from '../../../../renderer/stores/chats.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import { useQuestionStore } from '../../../../renderer/stores/question.store';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { createKeyMap, type KeyBinding } from '../../../../renderer/ui/keys/key-map';
import { provideKeyMap } from '../../../../renderer/ui/keys/use-key-map';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { mountOnFloor } from '../../../support/renderer/mount-on-floor';

const at = Date.UTC(2026, 10, 22, 21, 0);
const kim = '0001Da9PFC93000S';

/** A row as it is read aloud. */
function spokenText(row: Element): string {
  return row.textContent
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/ ([,:])/gu, '$1')
    .trim();
}

async function opened(actions: readonly Partial<KeyBinding>[] = []) {
  const keyMap = createKeyMap({ isMac: false, isLayerOpen: () => false });
  const noted: unknown[][] = [];
  keyMap.register(
    actions.map((action) => ({
      id: 'chat.mode.coach',
      keys: ['c'],
      labelKey: 'chat.keys.coach',
      groupKey: 'keys.group.chat',
      run: () => void noted.push(['ran']),
      ...action,
    })),
  );
  const isOpen = shallowRef(false);
  const host = defineComponent({
    setup() {
      provideKeyMap(keyMap);
      const note =
        (name: string) =>
        (...values: unknown[]): void =>
          void noted.push([name, ...values]);
      return () =>
        h(CommandPalette, {
          open: isOpen.value,
          'onUpdate:open': (open: boolean) => (isOpen.value = open),
          onOpenChat: note('openChat'),
          onOpenMessage: note('openMessage'),
          onOpenSearch: note('openSearch'),
        });
    },
  });
  const mounted = mountOnFloor(host, { snapshot: busyFloor(at) });
  isOpen.value = true;
  await flushPromises();
  const field = (): HTMLInputElement => document.querySelector<HTMLInputElement>('[data-testid="palette"] input')!;
  const type = async (text: string): Promise<void> => {
    field().value = text;
    field().dispatchEvent(new Event('input'));
    await flushPromises();
  };
  const press = async (key: string, options: KeyboardEventInit = {}): Promise<void> => {
    field().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...options }));
    await flushPromises();
    // What is chosen is done when the dialog has given the focus back, a task later.
    await new Promise((resolve) => setTimeout(resolve, 0));
    await flushPromises();
  };
  const options = (): string[] => [...document.querySelectorAll('[role="option"]')].map(spokenText);
  const active = (): string | null => {
    const row = document.getElementById(field().getAttribute('aria-activedescendant') ?? '');
    return row === null ? null : spokenText(row);
  };
  return { ...mounted, isOpen, noted, type, press, options, active, field };
}

describe('the palette', () => {
  it('goes to a chat by a few letters and Enter', async () => {
    const { type, press, noted, active, isOpen } = await opened();
    await type('delac');
    expect(active()).toBe('Kim Delacroix, with Ana Ruiz');
    await press('Enter');
    expect(isOpen.value).toBe(false);
    expect(noted).toEqual([['openChat', kim]]);
  });

  it('goes to what somebody said, and to all of it', async () => {
    const { type, press, noted, options } = await opened();
    await type('statement');
    expect(options().at(0)).toContain('here is the statement');
    await press('Enter');
    expect(noted).toEqual([['openMessage', kim, 11]]);
  });

  it('says why an action cannot be done now, and does not do it', async () => {
    const { type, noted, isOpen } = await opened([{ when: () => false }]);
    await type('chat coach');
    const row = document.querySelector<HTMLElement>('[data-item="action:chat.mode.coach"]')!;
    expect(spokenText(row)).toBe('Coach, Chat: Not available right now');
    expect(row.getAttribute('aria-disabled')).toBe('true');
    row.click();
    await flushPromises();
    expect(isOpen.value).toBe(true);
    expect(noted).toEqual([]);
  });

  it('says which settings the administrator fixed or forbids, and changes none of them', async () => {
    const { type, bridge } = await opened();
    const { facts } = bridge;
    const rights = { ...facts.policy.rights, mayBargeIn: false };
    bridge.facts = { ...facts, policy: { ...facts.policy, locked: ['theme'], rights } };
    await useSessionStore().load();
    const chosen = async (text: string, id: string): Promise<string> => {
      await type(text);
      const row = document.querySelector<HTMLElement>(`[data-item="setting:${id}"]`)!;
      row.click();
      await flushPromises();
      return spokenText(row);
    };
    expect(await chosen('theme dark', 'theme:dark')).toContain('Set by your administrator');
    expect(await chosen('default mode barge', 'watchMode:bargeIn')).toContain('Not allowed by your administrator');
    expect(bridge.asked.filter(({ name }) => name === 'settings.change')).toEqual([]);
  });

  it('does an action as from a list where its key asks for more than a press', async () => {
    const how: string[] = [];
    const { type, press } = await opened([{ run: () => how.push('key'), choose: () => how.push('list') }]);
    await type('coach');
    await press('Enter');
    expect(how).toEqual(['list']);
  });

  it('asks again whether an action can be done when it is chosen', async () => {
    let isOn = true;
    const { type, press, noted } = await opened([{ when: () => isOn }]);
    await type('coach');
    isOn = false;
    await press('Enter');
    expect(noted).toEqual([]);
  });

  it('says in whose chat an action is done, and does nothing once another chat is in view', async () => {
    const { type, press, noted, active, isOpen } = await opened([{}]);
    useChatsStore().select(kim);
    await type('coach');
    expect(active()).toContain('Kim Delacroix');
    useChatsStore().select('0001Da9PFC93000T');
    await press('Enter');
    expect(noted).toEqual([]);
    expect(useToastsStore().toasts.map(({ key }) => key)).toEqual(['acting.otherChat']);
    useChatsStore().select(kim);
    isOpen.value = true;
    await flushPromises();
    await type('coach');
    await press('Enter');
    expect(noted).toEqual([['ran']]);
  });

  it('leaves Enter and the arrows to an input method that composes', async () => {
    const { type, press, noted, active } = await opened();
    await type('delac');
    const before = active();
    await press('ArrowDown', { isComposing: true });
    await press('Enter', { isComposing: true });
    expect(active()).toBe(before);
    expect(noted).toEqual([]);
  });

  it('watches a team under the name that was chosen for it', async () => {
    const { type, press, bridge, active } = await opened();
    const settings = useSettingsStore();
    const [agent] = bridge.snapshot.agents;
    const team = { id: 'g1', name: 'Night shift', agentIds: [agent!.id], directoryGroups: [], mode: 'coach' } as const;
    const group = { ...team, scope: 'allChats', nickname: 'Quality team' } as const;
    settings.settings = { ...settings.settings, watchGroups: [group] };
    await type('night shift');
    expect(active()).not.toContain('Night shift');
    await press('ArrowUp');
    expect(active()).toContain('Night shift');
    await press('Enter');
    expect(useQuestionStore().question?.act).toMatchObject({ kind: 'watch' });
    useQuestionStore().question?.answer(true);
    await flushPromises();
    const watched = bridge.asked.filter(({ name }) => name === 'agents.watch').map(({ request }) => request);
    expect(watched).toMatchObject([{ agentId: agent!.id, mode: 'coach', nickname: 'Quality team' }]);
  });

  it('goes into an agent, watches from there, and comes back by Escape', async () => {
    const { type, press, bridge, active, isOpen, options } = await opened();
    await type('marek nov');
    await press('Enter');
    expect(options()[0]).toContain('Watch Marek Novák: Monitor');
    await press('Escape');
    expect(isOpen.value).toBe(true);
    await type('marek nov');
    await press('Enter');
    await press('ArrowDown');
    expect(active()).toContain('Coach');
    await press('Enter');
    useQuestionStore().question?.answer(true);
    await flushPromises();
    const asked = bridge.asked.filter(({ name }) => name === 'agents.watch').map(({ request }) => request);
    expect(asked).toMatchObject([{ mode: 'coach' }]);
  });

  it('does not move under the hand while the floor lives', async () => {
    const { type, bridge, options } = await opened();
    await type('ki');
    const before = options();
    const chats = useChatsStore();
    bridge.tell({ type: 'chatChanged', chat: { ...chats.chats.get(kim)!, id: 'another', customerName: 'Kimberley' } });
    await flushPromises();
    expect(options()).toEqual(before);
  });

  it('offers what was chosen lately first', async () => {
    const { type, press, isOpen, options } = await opened();
    await type('okafor');
    await press('Enter');
    isOpen.value = true;
    await flushPromises();
    expect(options()[0]).toContain('T. Okafor');
  });

  it('reaches every choice that is one of few', async () => {
    const { type, options, press, bridge } = await opened();
    await type('deutsch');
    expect(options()).toContain('Language: Deutsch');
    await press('ArrowUp');
    await press('Enter');
    expect(bridge.asked).toContainEqual({ name: 'settings.change', request: { language: 'de' } });
  });
});

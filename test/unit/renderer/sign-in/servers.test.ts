import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import { useToastsStore } from '../../../../renderer/stores/toasts.store';
import { openSignIn } from '../../../support/renderer/open-sign-in';

const servers = [
  { name: 'North', serverUrl: 'https://north.test', isManaged: true, userName: 'sam' },
  { name: '', serverUrl: 'https://south.test', isManaged: false, userName: 'sam.south' },
];

async function openWithServers() {
  const door = await openSignIn();
  door.bridge.desktop.servers = servers;
  await useSessionStore().load();
  await vi.dynamicImportSettled();
  const item = async (text: string): Promise<void> => {
    // The menu opens by the keyboard as well; a press of a pointer needs a layout.
    await door.wrapper.get('[data-testid="servers"]').trigger('keydown', { key: 'Enter' });
    await flushPromises();
    const found = [...document.querySelectorAll<HTMLElement>('[role^="menuitem"]')].find((one) =>
      one.textContent.includes(text),
    );
    if (found === undefined) throw new Error(`the menu has ${text}`);
    found.click();
    await flushPromises();
  };
  const value = (label: string): string => (door.field(label).get('input').element as HTMLInputElement).value;
  return { ...door, item, value };
}

describe('the servers of the sign-in page', () => {
  it('is not shown while there is none', async () => {
    const { wrapper } = await openSignIn();
    expect(wrapper.find('[data-testid="servers"]').exists()).toBe(false);
  });

  it('locks the address of one that the policy set', async () => {
    const { field, value } = await openWithServers();
    expect(value('Server address')).toBe('https://north.test');
    expect(field('Server address').get('input').element).toHaveProperty('disabled', true);
    expect(field('Server address').text()).toContain('Set by your administrator');
  });

  it('switches to another one in two presses, with its user and without what was typed', async () => {
    const { item, value, field } = await openWithServers();
    await field('Password').get('input').setValue('secret of north');
    await item('south.test');
    expect([value('Server address'), value('Username'), value('Password')]).toEqual([
      'https://south.test',
      'sam.south',
      '',
    ]);
    expect(field('Server address').get('input').element).toHaveProperty('disabled', false);
  });

  it('does not give the name of one server to another address', async () => {
    const { field, bridge, fill, submit, signIns } = await openWithServers();
    bridge.desktop.servers = [...servers].map((one) => ({ ...one, isManaged: false }));
    await useSessionStore().load();
    await flushPromises();
    await fill();
    await submit();
    expect(field('Server address').text()).not.toContain('administrator');
    expect(signIns()).toMatchObject([{ url: 'https://gws.example.com' }]);
    expect(signIns()[0]).not.toHaveProperty('name');
  });

  it('empties the fields for a server that is not known yet', async () => {
    const { item, value, bridge } = await openWithServers();
    await item('Another server');
    expect([value('Server address'), value('Username')]).toEqual(['', '']);
    expect(bridge.asked.some(({ name }) => name === 'session.chooseServer')).toBe(false);
  });

  it('removes the one that is shown, but none of the policy', async () => {
    const { item, value, wrapper } = await openWithServers();
    await item('south.test');
    await item('Remove “south.test” from this computer');
    expect(value('Server address')).toBe('https://north.test');
    await expect(item('Remove “North”')).rejects.toThrow('the menu has');
    expect(wrapper.get('[data-testid="servers"]').text()).toBe('North');
  });

  it('brings a removed one back', async () => {
    const { item, value } = await openWithServers();
    await item('south.test');
    await item('Remove “south.test” from this computer');
    const { toasts } = useToastsStore();
    expect(toasts).toMatchObject([{ key: 'signIn.servers.removed', values: { name: 'south.test' } }]);
    toasts[0]?.undo?.();
    await flushPromises();
    await item('south.test');
    expect(value('Username')).toBe('sam.south');
  });
});

import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../../../preload/contract';
import catalogue from '../../../../renderer/locales/en.json';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import { openSignIn } from '../../../support/renderer/open-sign-in';

describe('the door', () => {
  it('asks for what is missing, goes to the first gap, and asks main for nothing', async () => {
    const { field, submit, signIns } = await openSignIn();
    await submit();
    expect(field('Server address').text()).toContain('Enter your server address.');
    expect(field('Password').text()).toContain('Enter your password.');
    expect(document.activeElement).toBe(field('Server address').get('input').element);
    expect(signIns()).toEqual([]);
  });

  it('signs in with what was typed', async () => {
    const { fill, submit, signIns } = await openSignIn();
    await fill();
    await submit();
    expect(signIns()).toEqual([
      {
        kind: 'server',
        url: 'https://gws.example.com',
        otherUrls: [],
        userName: 'sam',
        password: 'secret',
        rememberPassword: false,
        nickname: '',
      },
    ]);
  });

  it('shows that the sign-in is under way, and does not ask twice', async () => {
    const { wrapper, fill, submit, signIns } = await openSignIn();
    await fill();
    await submit();
    expect(wrapper.get('button[type="submit"]').text()).toBe('Signing in to gws.example.com…');
    await submit();
    expect(signIns()).toHaveLength(1);
  });

  it.each([
    ['server.notFound', 'Server address', 'gws.example.com couldn’t be found.'],
    ['server.certificate', 'Server address', 'gws.example.com uses a certificate this computer doesn’t trust.'],
    ['session.credentials', 'Password', 'Wrong username or password.'],
  ] as const)('shows %s next to the field %s and focuses it', async (code, label, words) => {
    const { bridge, field, fill, submit } = await openSignIn();
    await fill();
    bridge.failNext.set('session.signIn', code);
    await submit();
    expect(field(label).text()).toContain(words);
    expect(field(label).get('input').attributes('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field(label).get('input').element);
  });

  it('says what concerns no field above all of them, and keeps what was typed', async () => {
    const { wrapper, bridge, field, fill, submit } = await openSignIn();
    await fill();
    bridge.failNext.set('session.signIn', 'session.notSupervisor');
    await submit();
    expect(wrapper.get('[role="alert"]').text()).toContain('This account doesn’t have the supervisor role.');
    expect(field('Password').get('input').element.value).toBe('secret');
  });

  it('takes the words away when the field is changed', async () => {
    const { bridge, field, fill, submit } = await openSignIn();
    await fill();
    bridge.failNext.set('session.signIn', 'server.notFound');
    await submit();
    await field('Server address').get('input').setValue('gws2.example.com');
    expect(field('Server address').get('input').attributes('aria-invalid')).toBeUndefined();
  });

  it('takes further addresses under More, and shows a problem next to its address', async () => {
    const { wrapper, bridge, field, fill, submit, signIns } = await openSignIn();
    const press = async (name: string): Promise<void> => {
      const button = wrapper.findAll('button').find((one) => (one.attributes('aria-label') ?? one.text()) === name);
      if (button === undefined) throw new Error(`the door has a button ${name}`);
      await button.trigger('click');
      await flushPromises();
    };
    await fill();
    await press('More options');
    for (const [label, address] of [
      ['Address 2', 'gws2.example.com'],
      ['Address 3', 'http://dr.example.net'],
      ['Address 4', 'gws4.example.com'],
    ] as const) {
      await press('Add address');
      expect(document.activeElement).toBe(field(label).get('input').element);
      await field(label).get('input').setValue(address);
    }
    await press('Remove address 2');
    await press('Fewer options');
    bridge.failNext.set('session.signIn', 'server.insecure');
    bridge.failValues = { host: 'dr.example.net', address: 'http://dr.example.net' };
    await submit();
    expect(signIns()).toMatchObject([{ otherUrls: ['http://dr.example.net', 'https://gws4.example.com'] }]);
    expect(field('Address 2').text()).toContain('Passwords are only sent over https.');
    expect(field('Address 3').text()).not.toContain('Passwords');
    expect(document.activeElement).toBe(field('Address 2').get('input').element);
    await field('Address 2').get('input').setValue('https://dr.example.net');
    expect(field('Address 2').text()).not.toContain('Passwords');
  });

  it('leads to the practice floor without any field', async () => {
    const { wrapper, signIns } = await openSignIn();
    await wrapper
      .findAll('button')
      .find((one) => one.text() === 'Start')
      ?.trigger('click');
    await flushPromises();
    expect(signIns()).toEqual([{ kind: 'practice' }]);
  });

  it('goes in at once when started to practise, but not again after signing out', async () => {
    const { bridge, signIns } = await openSignIn();
    const session = useSessionStore();
    if (session.facts === null) throw new Error('the facts were loaded');
    session.facts = { ...session.facts, startsOnPracticeFloor: true };
    await flushPromises();
    expect(signIns()).toEqual([{ kind: 'practice' }]);
    bridge.tell(
      { type: 'connectionChanged', connection: { ...session.connection, reason: 'signedOutByUser' } },
      { type: 'sessionChanged', session: { phase: 'signedOut' } },
    );
    await flushPromises();
    expect(signIns()).toHaveLength(1);
  });

  it('says that the last run ended without signing out, until someone has signed in', async () => {
    const { wrapper, bridge } = await openSignIn();
    expect(wrapper.find('[role="status"]').exists()).toBe(false);
    bridge.facts = { ...bridge.facts, isShiftUnfinished: true };
    await useSessionStore().load();
    await flushPromises();
    expect(wrapper.get('[role="status"]').text()).toContain('others could see you');
    bridge.tell({
      type: 'connectionChanged',
      connection: { phase: 'signedOut', reason: 'signedOutByUser', lastSuccessAt: null, nextAttemptAt: null },
    });
    await flushPromises();
    expect(wrapper.find('[role="status"]').exists()).toBe(false);
  });

  it('says why when one is put out', async () => {
    const { wrapper, bridge } = await openSignIn();
    bridge.tell({
      type: 'connectionChanged',
      connection: { phase: 'signedOut', reason: 'signInExpired', lastSuccessAt: null, nextAttemptAt: null },
    });
    await flushPromises();
    expect(wrapper.get('[role="status"]').text()).toBe('Your sign-in expired and couldn’t be renewed. Sign in again.');
  });

  it('does not offer to remember where nothing can be kept safely', async () => {
    const { wrapper } = await openSignIn();
    const session = useSessionStore();
    if (session.profile === null) throw new Error('the profile was loaded');
    expect(wrapper.text()).toContain('Save password');
    session.profile = { ...session.profile, secretStore: 'absent' };
    await wrapper.vm.$nextTick();
    expect(wrapper.text()).not.toContain('Save password');
    expect(wrapper.text()).toContain('this computer has no secret store');
  });

  it('offers to save the password once the secret store replies, and keeps what was typed', async () => {
    const { wrapper, field } = await openSignIn();
    const session = useSessionStore();
    const { profile } = session;
    if (profile === null) throw new Error('the profile was loaded');
    session.profile = { ...profile, secretStore: 'checking' };
    await wrapper.vm.$nextTick();
    expect(wrapper.text()).not.toMatch(/Save password|can’t be saved/);
    await field('Username').get('input').setValue('sofia');
    session.profile = { ...profile, secretStore: 'available', hasRememberedPassword: true };
    await wrapper.vm.$nextTick();
    expect(wrapper.text()).toContain('Save password');
    expect((field('Username').get('input').element as HTMLInputElement).value).toBe('sofia');
    expect(wrapper.get('[type="checkbox"]').element).toHaveProperty('checked', true);
  });

  it('keeps a choice not to save the password when the store replies later', async () => {
    const { wrapper } = await openSignIn();
    const session = useSessionStore();
    const { profile } = session;
    if (profile === null) throw new Error('the profile was loaded');
    await wrapper.get('[type="checkbox"]').trigger('click');
    await wrapper.get('[type="checkbox"]').trigger('click');
    session.profile = { ...profile, hasRememberedPassword: true };
    await wrapper.vm.$nextTick();
    expect(wrapper.get('[type="checkbox"]').element).toHaveProperty('checked', false);
  });
});

it('refuses an invisible display name, with the reason next to the field (A12)', async () => {
  const { wrapper, bridge, field, fill } = await openSignIn();
  await fill();
  await wrapper.get('button.more').trigger('click');
  await field('Display name').get('input').setValue('\u200b');
  await wrapper.get('form').trigger('submit');
  await flushPromises();
  expect(field('Display name').text()).toContain('No one could see this name.');
  expect(bridge.asked.filter(({ name }) => name === 'session.signIn')).toEqual([]);
});

it('has a sentence for every error', () => {
  const codes: Record<ErrorCode, true> = {
    'budget.agentMinutes': true,
    'budget.agentChats': true,
    'budget.chatMinutes': true,
    'journal.damaged': true,
    'file.notSaved': true,
    'server.addressInvalid': true,
    'server.insecure': true,
    'server.notFound': true,
    'server.refused': true,
    'server.unreachable': true,
    'server.timeout': true,
    'server.certificate': true,
    'server.certificateExpired': true,
    'server.certificateNotYetValid': true,
    'server.certificateWrongHost': true,
    'server.certificateSelfSigned': true,
    'server.certificateUnknownAuthority': true,
    'server.certificateRevoked': true,
    'server.certificateWeak': true,
    'server.clientCertificate': true,
    'server.tlsProtocol': true,
    'server.proxySignIn': true,
    'server.proxyConfiguration': true,
    'server.proxy': true,
    'server.notGenesys': true,
    'server.busy': true,
    'server.fault': true,
    'session.credentials': true,
    'session.passwordChange': true,
    'session.notSupervisor': true,
    'session.expired': true,
    'session.singleSignOn': true,
    'session.noSingleSignOn': true,
    'session.signInGivenUp': true,
    'session.signInPageFailed': true,
    'session.signedOut': true,
    'session.alreadySignedIn': true,
    'command.notOffered': true,
    'command.chatGone': true,
    'command.steppingBack': true,
    'command.notLive': true,
    'command.modeDiffers': true,
    'command.readersDiffer': true,
    'command.heldBack': true,
    'command.emptyText': true,
    'command.refused': true,
    'command.forbidden': true,
    'command.notFound': true,
    'command.outcomeUnknown': true,
    'command.alreadyPending': true,
    'command.partlyDone': true,
    'input.invalid': true,
    'name.unseeable': true,
    'settings.notSaved': true,
    'settings.locked': true,
    'policy.notAllowed': true,
    'policy.hostNotAllowed': true,
    'policy.signInHostNotAllowed': true,
    'link.refused': true,
    'practice.notStarted': true,
    internal: true,
  };
  const sentences = Object.keys(catalogue.error);
  expect(Object.keys(codes).filter((code) => !sentences.includes(code.replaceAll('.', '_')))).toEqual([]);
});

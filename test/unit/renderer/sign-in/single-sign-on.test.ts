import { flushPromises } from '@vue/test-utils';
import { describe, expect, it } from 'vitest';
import { allRights, type Rights } from '../../../../preload/contract/rights';
import { useSessionStore } from '../../../../renderer/stores/session.store';
import { openSignIn } from '../../../support/renderer/open-sign-in';

describe('single sign-on', () => {
  it('is what a server with a sign-in page leads to: the password leaves the form, and no field asks for it', async () => {
    const { bridge, wrapper, fill, submit, signIns } = await openSignIn();
    await fill();
    bridge.failNext.set('session.signIn', 'session.singleSignOn');
    await submit();
    expect(wrapper.get('[role="alert"]').text()).toContain('gws.example.com uses single sign-on. Your password wasn’t');
    expect(wrapper.findAll('input').map((input) => input.element.type)).not.toContain('password');
    expect(wrapper.html()).not.toContain('secret');
    expect(document.activeElement).toBe(wrapper.get('button[type="submit"]').element);
    await submit();
    expect(signIns().at(-1)).toEqual({
      kind: 'singleSignOn',
      url: 'https://gws.example.com',
      otherUrls: [],
      nickname: '',
    });
    expect(wrapper.get('button[type="submit"]').text()).toBe('Waiting for you to sign in…');
  });

  it('is chosen by the supervisor', async () => {
    const { wrapper } = await openSignIn();
    await wrapper.get('button.method').trigger('click');
    expect(wrapper.get('button[type="submit"]').text()).toBe('Open sign-in page');
    await wrapper.get('button.method').trigger('click');
    expect(wrapper.get('button[type="submit"]').text()).toBe('Sign in');
  });

  it('is the way of the last sign-in', async () => {
    const { wrapper } = await openSignIn();
    useSessionStore().profile = {
      ...{ serverUrl: 'https://gws.example.com', userName: 'sam', nickname: '', otherUrls: [] },
      ...{ hasRememberedPassword: false, secretStore: 'available', usesSingleSignOn: true },
    };
    await flushPromises();
    expect(wrapper.get('button[type="submit"]').text()).toBe('Open sign-in page');
  });

  it('is the only way where the administrator allows no password, and the other way round', async () => {
    const allow = (rights: Partial<Rights>): void => {
      const session = useSessionStore();
      const { facts } = session;
      if (facts === null) throw new Error('the facts are there');
      session.facts = { ...facts, policy: { ...facts.policy, rights: { ...allRights, ...rights } } };
    };
    const { bridge, wrapper, fill, submit } = await openSignIn();
    allow({ maySignInWithPassword: false });
    await flushPromises();
    expect(wrapper.find('button.method').exists()).toBe(false);
    expect(wrapper.get('.kind').text()).toBe('Set by your administrator');
    expect(wrapper.get('button[type="submit"]').text()).toBe('Open sign-in page');
    allow({ maySignInOnPage: false });
    await flushPromises();
    expect(wrapper.get('button[type="submit"]').text()).toBe('Sign in');
    await fill();
    bridge.failNext.set('session.signIn', 'session.singleSignOn');
    await submit();
    expect(wrapper.get('[role="alert"]').text()).toContain('Your administrator doesn’t allow this.');
    expect(wrapper.get('button[type="submit"]').text()).toBe('Sign in');
  });

  it('can be cancelled, which is no error', async () => {
    const { bridge, wrapper, field, submit } = await openSignIn();
    await wrapper.get('button.method').trigger('click');
    await field('Server address').get('input').setValue('gws.example.com');
    await submit();
    bridge.tell({ type: 'sessionChanged', session: { phase: 'signingIn' } });
    await flushPromises();
    await wrapper
      .findAll('button')
      .find((button) => button.text() === 'Cancel')
      ?.trigger('click');
    expect(bridge.asked.at(-1)?.name).toBe('session.cancelSignIn');
    expect(wrapper.find('[role="alert"]').exists()).toBe(false);
  });

  it('goes back to the password where the server has no page', async () => {
    const { bridge, wrapper, field, submit } = await openSignIn();
    await wrapper.get('button.method').trigger('click');
    await field('Server address').get('input').setValue('gws.example.com');
    bridge.failNext.set('session.signIn', 'session.noSingleSignOn');
    await submit();
    expect(wrapper.get('[role="alert"]').text()).toContain('gws.example.com doesn’t show a sign-in page.');
    expect(field('Password').exists()).toBe(true);
  });
});

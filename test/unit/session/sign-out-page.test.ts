import { describe, expect, it } from 'vitest';
import { signOutPageOf } from '../../../main/session/server-profiles';
import { openSignOutPage } from '../../../main/session/sign-out-page';
import { FakeSignInBrowser } from '../../support/electron/fake-sign-in-browser';
import { VirtualClock } from '../../support/virtual-clock';

const url = 'https://login.example.com/logout';

const serverUrl = 'https://gws.example.com';

function signOut({ allowed = [] as readonly string[] } = {}) {
  const browser = new FakeSignInBrowser();
  const clock = new VirtualClock();
  let hasLoaded: boolean | null = null;
  const isHostAllowed = (host: string): boolean => allowed.includes(host);
  void openSignOutPage({ url, serverUrl }, { browser, clock, isHostAllowed }).then((end) => (hasLoaded = end));
  const after = async (ms: number): Promise<boolean | null> => {
    await clock.advanceSettled(ms);
    return hasLoaded;
  };
  return { browser, after };
}

describe('the sign-out page of an identity provider', () => {
  it('stays hidden, may lead to the server, and closes a second after its last page', async () => {
    const { browser, after } = signOut();
    expect([browser.url, browser.window]).toEqual([url, 'hidden']);
    browser.visit(url);
    expect(await after(900)).toBeNull();
    browser.visit('https://gws.example.com/saml/slo');
    expect(await after(900)).toBeNull();
    expect(await after(100)).toBe(true);
    expect(browser.window).toBe('closed');
    expect(browser.handedOver).toEqual([]);
  });

  it('may lead to the hosts of the policy', async () => {
    const { browser, after } = signOut({ allowed: ['sso.example.com'] });
    browser.visit('https://sso.example.com/slo');
    expect(await after(1_000)).toBe(true);
  });

  it.each<[string, (browser: FakeSignInBrowser) => void]>([
    ['cannot be loaded', (browser) => browser.fail()],
    ['leads to a host that the policy forbids', (browser) => browser.visit('https://evil.example/')],
    ['leads to a page without encryption', (browser) => browser.visit('http://login.example.com/')],
    ['leads out of the web', (browser) => browser.visit('file:///etc/passwd')],
    ['is closed', (browser) => browser.close()],
  ])('has not loaded when it %s', async (_case, act) => {
    const { browser, after } = signOut();
    browser.visit(url);
    act(browser);
    expect(await after(0)).toBe(false);
    expect(browser.window).toBe('closed');
  });

  it('has not loaded when its last page is an error', async () => {
    const { browser, after } = signOut();
    browser.visit(url);
    browser.visit(url, 503);
    expect(await after(1_000)).toBe(false);
  });

  it('is waited for three seconds and no longer', async () => {
    const silent = signOut();
    expect(await silent.after(2_999)).toBeNull();
    expect(await silent.after(1)).toBe(false);
    const restless = signOut();
    for (let page = 0; page < 4; page += 1) {
      restless.browser.visit(url);
      await restless.after(900);
    }
    expect([await restless.after(0), restless.browser.window]).toEqual([true, 'closed']);
  });
});

describe('signOutPageOf', () => {
  const profiles = [
    { name: 'North', server: 'https://gws.example.com' },
    { name: 'South', server: 'https://gws.example.org', otherServers: ['https://gws2.example.org'], signOutPage: url },
  ];

  it.each([
    ['https://gws.example.org', url],
    ['https://gws.example.org/', url],
    ['https://gws2.example.org', url],
    ['https://gws.example.com', null],
    ['https://gws.example.net', null],
  ])('of %s is %s', (server, page) => {
    expect(signOutPageOf(profiles, server)).toBe(page);
  });
});

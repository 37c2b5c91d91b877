import { describe, expect, it } from 'vitest';
import type { SignInPageEnd } from '../../../main/gws/http-port';
import { SignInOnPage } from '../../../main/session/sign-in-page';
import { FakeSignInBrowser } from '../../support/electron/fake-sign-in-browser';
import { MemoryLog } from '../../support/floor/memory-log';
import { VirtualClock } from '../../support/virtual-clock';

const url = 'https://gws.example.com/api/v2/me';
const provider = 'https://login.example.com/saml';

function openPage({ isQuiet = false, allowed = ['login.example.com'] } = {}) {
  const browser = new FakeSignInBrowser();
  const clock = new VirtualClock();
  const log = new MemoryLog();
  const isHostAllowed = (host: string): boolean => allowed.includes(host);
  const page = new SignInOnPage({ url, isQuiet }, { browser, clock, log: log.logger, isHostAllowed });
  let end: SignInPageEnd | null = null;
  void page.ended.then((reached) => (end = reached));
  const settled = async (): Promise<SignInPageEnd | null> => {
    await clock.advanceSettled(0);
    return end;
  };
  return { browser, clock, log, page, settled };
}

describe('a sign-in on the page of the server', () => {
  it('opens the account in a visible window and shows the host of every page', async () => {
    const { browser, settled } = openPage();
    expect([browser.window, browser.url]).toEqual(['shown', url]);
    browser.visit(`${provider}?host=gws.example.com`);
    expect(browser.host).toBe('login.example.com');
    expect(await settled()).toBeNull();
    expect(browser.window).toBe('shown');
  });

  it('ends with the cookies for the server once the server knows the person', async () => {
    const { browser, settled } = openPage();
    browser.visit(provider);
    expect(await settled()).toBeNull();
    browser.isSignedIn = true;
    browser.visit('https://gws.example.com/home');
    expect(await settled()).toEqual({ kind: 'signedIn' });
    expect(browser.handedOver).toEqual([url]);
    expect(browser.window).toBe('closed');
  });

  it('asks once more for a page that came while it asked', async () => {
    const { browser, settled } = openPage();
    browser.visit(provider);
    browser.isSignedIn = false;
    browser.visit('https://gws.example.com/home');
    browser.isSignedIn = true;
    expect(await settled()).toEqual({ kind: 'signedIn' });
    expect(browser.handedOver).toHaveLength(1);
  });

  it.each([[[]], [{ statusCode: 0 }], ['<html>'], [{ user: {} }]])('does not take %j for an account', async (body) => {
    const { browser, settled } = openPage();
    browser.isSignedIn = true;
    browser.account = body;
    browser.visit(provider);
    expect(await settled()).toBeNull();
    expect(browser.handedOver).toEqual([]);
  });

  it('goes on when the server cannot be asked for a moment', async () => {
    const { browser, settled } = openPage();
    browser.isServerReachable = false;
    browser.visit(provider);
    expect(await settled()).toBeNull();
    browser.isServerReachable = true;
    browser.isSignedIn = true;
    browser.visit(provider);
    expect(await settled()).toEqual({ kind: 'signedIn' });
  });

  it('is given up by closing the window, and by cancelling', async () => {
    const closed = openPage();
    closed.browser.close();
    expect(await closed.settled()).toEqual({ kind: 'givenUp' });
    const cancelled = openPage();
    cancelled.page.cancel();
    expect(await cancelled.settled()).toEqual({ kind: 'givenUp' });
    expect(cancelled.browser.window).toBe('closed');
    cancelled.browser.isSignedIn = true;
    cancelled.browser.visit(provider);
    await cancelled.settled();
    expect(cancelled.browser.handedOver).toEqual([]);
  });

  it('ends when a page cannot be loaded, or its cookies cannot be taken over', async () => {
    const failed = openPage();
    failed.browser.fail();
    expect(await failed.settled()).toEqual({ kind: 'unreachable' });
    const { browser, settled } = openPage();
    browser.canHandOver = false;
    browser.isSignedIn = true;
    browser.visit(provider);
    expect(await settled()).toEqual({ kind: 'unreachable' });
  });

  it('says that there is no page where the server itself refuses', async () => {
    const { browser, settled } = openPage();
    browser.visit(url, 401);
    expect(await settled()).toEqual({ kind: 'notOffered' });
  });
});

describe('what the window may open', () => {
  it.each([
    ['https://evil.example', { kind: 'hostRefused', host: 'evil.example' }],
    ['https://login.example.com.evil.example', { kind: 'hostRefused', host: 'login.example.com.evil.example' }],
    ['http://login.example.com/', { kind: 'unreachable' }],
    ['mailto:sam@example.com', null],
    ['file:///etc/passwd', null],
    ['sightline://app/', null],
    ['javascript:1', null],
    ['data:text/html,1', null],
  ])('is not %s', async (wanted, end) => {
    const { browser, settled, log } = openPage();
    browser.visit(wanted);
    expect(browser.url).toBe(url);
    expect(await settled()).toEqual(end);
    expect(JSON.stringify(log.lines)).not.toContain('example');
  });

  it('is the server itself, the hosts of the policy, and this computer without encryption', () => {
    const { browser } = openPage({ allowed: ['login.example.com', '127.0.0.1'] });
    for (const wanted of ['https://gws.example.com/saml/acs', provider, 'http://127.0.0.1:8090/idp']) {
      browser.visit(wanted);
      expect(browser.url).toBe(wanted);
    }
  });
});

describe('a quiet sign-in', () => {
  it('stays hidden while the provider still knows the person', async () => {
    const { browser, clock, settled } = openPage({ isQuiet: true });
    await clock.advanceSettled(4_000);
    expect(browser.window).toBe('hidden');
    browser.isSignedIn = true;
    browser.visit(url);
    expect(await settled()).toEqual({ kind: 'signedIn' });
    await clock.advanceSettled(60_000);
    expect(browser.window).toBe('closed');
  });

  it('shows the window after some seconds', async () => {
    const { browser, clock } = openPage({ isQuiet: true });
    browser.visit(provider);
    await clock.advanceSettled(5_000);
    expect(browser.window).toBe('shown');
  });
});

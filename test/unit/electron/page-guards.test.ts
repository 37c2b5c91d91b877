import { EventEmitter } from 'node:events';
import type { Session, WebContents } from 'electron/main';
import { describe, expect, it } from 'vitest';
import { createLogger } from '../../../main/base/log';
import { denyNavigation, denyNetwork, denyPermissions, letOpenPages } from '../../../main/electron/page-guards';
import { startPage } from '../../../main/shell/bundle-path';

/** Contents of a window that ask before they do something, as Electron's do. */
class FakeContents extends EventEmitter {
  #opening: (() => { action: string }) | null = null;

  getURL(): string {
    return startPage;
  }

  webRtcPolicy = 'default';

  setWebRTCIPHandlingPolicy(policy: string): void {
    this.webRtcPolicy = policy;
  }

  setWindowOpenHandler(handler: () => { action: string }): void {
    this.#opening = handler;
  }

  /** Whether the page would have got its way; without a listener it does. */
  does(event: string, url?: string): boolean {
    let isPrevented = false;
    this.emit(event, {
      url,
      isMainFrame: true,
      preventDefault: () => {
        isPrevented = true;
      },
    });
    return !isPrevented;
  }

  opensWindow(): boolean {
    return (this.#opening?.() ?? { action: 'allow' }).action === 'allow';
  }
}

function guarded(): FakeContents {
  const contents = new FakeContents();
  denyNavigation(
    contents as unknown as WebContents,
    createLogger('guard', () => undefined),
  );
  return contents;
}

describe('a page of ours', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('goes nowhere by %s', (event) => {
    for (const url of ['https://example.com/', 'file:///etc/passwd', 'about:blank', `${startPage}?x`, undefined]) {
      expect(guarded().does(event, url)).toBe(false);
    }
  });

  it('may be reloaded', () => {
    expect(guarded().does('will-navigate', startPage)).toBe(true);
  });

  it('has no WebRTC past the proxy', () => {
    expect(guarded().webRtcPolicy).toBe('disable_non_proxied_udp');
  });

  it('opens no window and embeds no page', () => {
    expect(guarded().opensWindow()).toBe(false);
    expect(guarded().does('will-attach-webview')).toBe(false);
  });
});

describe('the page of a sign-in', () => {
  it.each(['will-navigate', 'will-frame-navigate', 'will-redirect'])('goes by %s only where it may', (event) => {
    const contents = guarded();
    const refused: string[] = [];
    letOpenPages(
      contents as unknown as WebContents,
      (url) => url.startsWith('https://provider.example/'),
      (url) => refused.push(url),
    );
    expect(contents.does(event, 'https://provider.example/login')).toBe(true);
    expect(contents.does(event, 'https://elsewhere.example/')).toBe(false);
    expect(refused).toEqual(['https://elsewhere.example/']);
    expect(contents.opensWindow()).toBe(false);
  });
});

/** A partition that, like Electron's, allows whatever is not refused. */
class FakeSession extends EventEmitter {
  request: ((contents: null, permission: string, respond: (isAllowed: boolean) => void) => void) | null = null;
  check: (() => boolean) | null = null;
  device: (() => boolean) | null = null;
  display: ((request: null, respond: (streams: object) => void) => void) | null = null;
  languages: readonly string[] = ['en-US'];
  isSpellCheckerOn = true;

  setPermissionRequestHandler(handler: FakeSession['request']): void {
    this.request = handler;
  }

  setPermissionCheckHandler(handler: FakeSession['check']): void {
    this.check = handler;
  }

  setDevicePermissionHandler(handler: FakeSession['device']): void {
    this.device = handler;
  }

  setDisplayMediaRequestHandler(handler: FakeSession['display']): void {
    this.display = handler;
  }

  proxy = {};

  setProxy(config: object): Promise<void> {
    this.proxy = config;
    return Promise.resolve();
  }

  setSpellCheckerLanguages(languages: readonly string[]): void {
    this.languages = languages;
  }

  setSpellCheckerEnabled(isOn: boolean): void {
    this.isSpellCheckerOn = isOn;
  }

  isGranted(permission: string): boolean {
    let isAllowed = this.request === null;
    this.request?.(null, permission, (answer) => {
      isAllowed = answer;
    });
    return isAllowed;
  }

  sharedStreams(): number {
    let streams: object = { video: 'screen' };
    this.display?.(null, (given) => {
      streams = given;
    });
    return Object.keys(streams).length;
  }

  downloads(): boolean {
    let isPrevented = false;
    this.emit('will-download', {
      preventDefault: () => {
        isPrevented = true;
      },
    });
    return !isPrevented;
  }
}

describe('the pages of a partition', () => {
  const partition = new FakeSession();
  denyPermissions(partition as unknown as Session);

  it.each(['geolocation', 'media', 'notifications', 'clipboard-read', 'openExternal'])('are not granted %s', (name) => {
    expect(partition.isGranted(name)).toBe(false);
  });

  it('find every permission denied', () => {
    expect(partition.check?.() ?? true).toBe(false);
  });

  it('use no device', () => {
    expect(partition.device?.() ?? true).toBe(false);
  });

  it('record no screen', () => {
    expect(partition.sharedStreams()).toBe(0);
  });

  it('download nothing', () => {
    expect(partition.downloads()).toBe(false);
  });

  it('reach no network, this computer included', async () => {
    await denyNetwork(partition as unknown as Session);
    expect(partition.proxy).toMatchObject({ mode: 'fixed_servers', proxyBypassRules: '<-loopback>' });
  });

  it('fetch no dictionary', () => {
    expect(partition.languages).toEqual([]);
    expect(partition.isSpellCheckerOn).toBe(false);
  });
});

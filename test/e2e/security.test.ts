import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Bridge } from '../../preload/contract';
import { consoleForTest, practise } from '../support/electron/console-test';
import { canBeOrdinaryUser } from '../support/electron/ordinary-user';

const policyParts = [
  "default-src 'none'",
  "script-src 'self'",
  "connect-src 'none'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
];

describe('the window', () => {
  it('has the bridge and nothing else of the outside', async () => {
    const { page } = await consoleForTest();
    const seen = await page.evaluate(() => ({
      origin: location.origin,
      bridge: Object.keys((window as unknown as { sightline: object }).sightline).sort(),
      kinds: Object.values((window as unknown as { sightline: object }).sightline).map((value) => typeof value),
      globals: [
        'require',
        'process',
        'module',
        'exports',
        'global',
        'Buffer',
        '__dirname',
        'ipcRenderer',
        'electron',
      ].filter((name) => name in window),
    }));
    expect(seen).toEqual({
      origin: 'app://bundle',
      bridge: ['invoke', 'on'],
      kinds: ['function', 'function'],
      globals: [],
    });
  });

  it.runIf(canBeOrdinaryUser)('runs in a sandbox that the system enforces', async () => {
    const console = await consoleForTest();
    await practise(console);
    const processes = await console.app.evaluate(({ app }) =>
      app.getAppMetrics().map(({ pid, type }) => [type, pid] as const),
    );
    const limitsOf = (pid: number): string | undefined =>
      /^NoNewPrivs:\t(?<isOn>\d)[^]*^Seccomp:\t(?<mode>\d)/mu
        .exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))
        ?.slice(1)
        .join(' ');
    // No new privileges, and a filter of system calls (2).
    expect(processes.filter(([type]) => type === 'Tab').map(([, pid]) => limitsOf(pid))).toEqual(['1 2']);
    expect(processes.filter(([, pid]) => statSync(`/proc/${String(pid)}`).uid === 0)).toEqual([]);
  });

  it('gets a strict policy with every answer, and only files of the bundle', async () => {
    // The page has no network of its own, so main asks through the same scheme.
    const { app } = await consoleForTest({ expects: /outside the bundle/ });
    const answers = await app.evaluate(async ({ session }) => {
      const ask = async (
        url: string,
        method: string,
      ): Promise<{ status: number; policy: string | null; type: string | null }> => {
        const response = await session.defaultSession.fetch(url, { method });
        return {
          status: response.status,
          policy: response.headers.get('content-security-policy'),
          type: response.headers.get('content-type'),
        };
      };
      return {
        page: await ask('app://bundle/index.html', 'GET'),
        head: (await ask('app://bundle/index.html', 'HEAD')).status,
        post: (await ask('app://bundle/index.html', 'POST')).status,
        missing: (await ask('app://bundle/nothing.js', 'GET')).status,
        manifest: (await ask('app://bundle/..%2fpackage.json', 'GET')).status,
        passwords: (await ask('app://bundle/..%2f..%2f..%2f..%2fetc%2fpasswd', 'GET')).status,
        otherHost: (await ask('app://evil/index.html', 'GET')).status,
      };
    });
    const { page, ...statuses } = answers;
    expect(statuses).toEqual({ head: 200, post: 405, missing: 404, manifest: 404, passwords: 404, otherHost: 404 });
    expect(page.type).toBe('text/html; charset=utf-8');
    expect(policyParts.filter((part) => !(page.policy ?? '').includes(part))).toEqual([]);
    expect(page.policy).not.toContain('unsafe');
  });

  it('runs no script that did not come with it', async () => {
    const { page } = await consoleForTest({ expects: /Content Security Policy|Trusted|Refused to/ });
    const outcomes = await page.evaluate(async () => {
      // What a debugger evaluates may use eval; what runs a turn later is the page's own.
      await new Promise((turn) => setTimeout(turn, 20));
      const attempt = async (act: () => unknown): Promise<string> => {
        try {
          await act();
          return 'done';
        } catch {
          return 'refused';
        }
      };
      const marked = window as unknown as { marks: string[] };
      marked.marks = [];
      const element = document.createElement('div');
      const inline = document.createElement('script');
      const results = {
        innerHtml: await attempt(() => (element.innerHTML = '<img src=x onerror="marks.push(1)">')),
        code: await attempt(() => (0, eval)('marks.push(2)')),
        made: await attempt(() => {
          // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the very thing that must not work
          new Function('marks.push(3)')();
        }),
        inline: await attempt(() => (inline.text = 'marks.push(4)')),
        fetch: await attempt(() => fetch('http://127.0.0.1:9/')),
        ownFetch: await attempt(() => fetch('app://bundle/index.html')),
        worker: await attempt(() => new Worker('data:text/javascript,0')),
      };
      document.body.append(inline);
      return { results, marks: marked.marks };
    });
    expect(outcomes.marks).toEqual([]);
    expect(Object.entries(outcomes.results).filter(([, outcome]) => outcome !== 'refused')).toEqual([]);
  });

  it('goes nowhere, opens nothing and is granted nothing', async () => {
    const { app, page } = await consoleForTest({ expects: /./ });
    const opened = await page.evaluate(() =>
      [
        'https://example.com',
        'http://127.0.0.1:9',
        'file:///etc/passwd',
        'javascript:alert(1)',
        'app://bundle/index.html',
        'about:blank',
        'data:text/html,x',
        'smb://host/x',
      ].filter((url) => window.open(url) !== null),
    );
    expect(opened).toEqual([]);
    for (const url of [
      'https://example.com/',
      'file:///etc/passwd',
      'app://evil/',
      'data:text/html,x',
      'about:blank',
    ]) {
      await page
        .evaluate((target) => {
          location.href = target;
        }, url)
        .catch(() => undefined);
    }
    await page.waitForURL('app://bundle/index.html');
    await page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    await page.evaluate(() => {
      for (const name of ['webview', 'iframe', 'object', 'embed']) {
        const element = document.createElement(name);
        for (const attribute of ['src', 'data']) {
          try {
            element.setAttribute(attribute, 'https://example.com');
          } catch {
            // Trusted Types refuse the address itself, which is as good as refusing to go there.
          }
        }
        document.body.append(element);
      }
    });
    const permissions = await page.evaluate(async () => {
      const names = [
        'geolocation',
        'notifications',
        'camera',
        'microphone',
        'clipboard-read',
        'midi',
        'background-sync',
      ];
      const states = await Promise.all(
        names.map((name) =>
          navigator.permissions.query({ name: name as PermissionName }).then(
            ({ state }) => `${name}:${state}`,
            () => `${name}:denied`,
          ),
        ),
      );
      const asked = await Notification.requestPermission();
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'granted',
        () => 'denied',
      );
      return [...states, `asked:${asked}`, `media:${media}`];
    });
    expect(permissions.filter((state) => !state.endsWith(':denied'))).toEqual([]);
    expect(page.url()).toBe('app://bundle/index.html');
    const windows = await app.evaluate(({ BrowserWindow, webContents }) => ({
      windows: BrowserWindow.getAllWindows().length,
      contents: webContents.getAllWebContents().filter((one) => one.getType() !== 'remote').length,
    }));
    expect(windows).toEqual({ windows: 1, contents: 1 });
  });

  it('is refused what it must not ask, and gets an answer even so', async () => {
    const { page } = await consoleForTest();
    const answers = await page.evaluate(async () => {
      const { sightline } = window as unknown as {
        sightline: {
          readonly invoke: (name: unknown, request: unknown) => Promise<unknown>;
          readonly on: (name: unknown, listener: unknown) => () => void;
        };
      };
      const { invoke, on } = sightline;
      on('electron-store-get-data', () => undefined)();
      return {
        unknown: await invoke('files.read', { path: '/etc/passwd' }),
        prototype: await invoke('__proto__', null),
        shape: await invoke('settings.change', { theme: 'neon' }),
        extra: await invoke('settings.change', { theme: 'dark', admin: true }),
        huge: await invoke('links.open', { url: `https://example.com/${'a'.repeat(100_000)}` }),
        link: await invoke('links.open', { url: 'file:///etc/passwd' }),
        plainHttp: await invoke('links.open', { url: 'http://example.com/' }),
        signedOut: await invoke('chats.bargeIn', { chatId: '1', requestId: '1' }),
      };
    });
    const codes = Object.fromEntries(
      Object.entries(answers).map(([name, answer]) => [name, (answer as { error?: { code: string } }).error?.code]),
    );
    expect(codes).toMatchObject({
      unknown: 'input.invalid',
      prototype: 'input.invalid',
      shape: 'input.invalid',
      extra: 'input.invalid',
      huge: 'input.invalid',
      link: 'link.refused',
      plainHttp: 'link.refused',
    });
    expect(codes['signedOut']).toBeDefined();
  });

  it('answers only its own page: another window with the same bridge is turned away', async () => {
    const { app } = await consoleForTest({ expects: /untrusted sender|outside the bundle/ });
    const answer = await app.evaluate(async ({ app: own, BrowserWindow }) => {
      const stranger = new BrowserWindow({
        show: false,
        webPreferences: { sandbox: true, contextIsolation: true, preload: `${own.getAppPath()}/preload/index.cjs` },
      });
      await stranger.loadURL('app://bundle/index.html');
      const answered: unknown = await stranger.webContents.executeJavaScript(
        `window.sightline === undefined ? 'no bridge' : window.sightline.invoke('session.profile', null)`,
      );
      stranger.destroy();
      return answered;
    });
    expect(answer).toEqual({ ok: false, error: { code: 'command.forbidden' } });
  });

  it('leaves no cookie, password or chat on disk and no store channel open', async () => {
    const launched = await consoleForTest({ flags: ['--practice-rate=0'] });
    await practise(launched);
    // The store is opened by the first value that is written.
    await launched.page.evaluate(() =>
      (window as unknown as { sightline: Bridge }).sightline.invoke('settings.change', { density: 'compact' }),
    );
    const channels = await launched.app.evaluate(({ ipcMain }) => ipcMain.eventNames().map(String));
    expect(channels.filter((name) => name !== 'error')).toEqual([]);
    const cookies = await launched.app.evaluate(({ session }) => session.defaultSession.cookies.get({}));
    expect(cookies).toEqual([]);
    expect(await launched.app.evaluate(({ crashReporter }) => crashReporter.getUploadToServer())).toBe(false);
    await launched.quit();
    // A partition on disk has a folder here, even if everything in it was deleted.
    expect(existsSync(path.join(launched.profile, 'Partitions'))).toBe(false);
    const modeOf = (name: string): number => statSync(path.join(launched.profile, name)).mode & 0o777;
    expect(['settings.json', 'logs/sightline.log'].map(modeOf)).toEqual([0o600, 0o600]);
    const { spawnSync } = await import('node:child_process');
    const found = spawnSync('grep', ['-rlaE', 'JSESSIONID|BAYEUX_BROWSER|X-CSRF-TOKEN', launched.profile], {
      encoding: 'utf8',
    });
    expect({ status: found.status, files: found.stdout }).toEqual({ status: 1, files: '' });
  });
});

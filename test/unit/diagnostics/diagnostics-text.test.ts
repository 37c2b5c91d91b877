import { describe, expect, it } from 'vitest';
import type { ConnectionState, SessionState } from '../../../preload/contract';
import { initialSettings } from '../../../preload/contract/setting-records';
import { ConnectionHistory } from '../../../main/diagnostics/connection-history';
import { diagnosticsText, type DiagnosticFacts } from '../../../main/diagnostics/diagnostics-text';
import { RecentLog } from '../../../main/diagnostics/recent-log';
import { createRedactingSink } from '../../../main/diagnostics/redaction';
import { createSupportCommands } from '../../../main/diagnostics/support-commands';
import { createLogger } from '../../../main/base/log';
import { defaultSettings } from '../../../main/settings/settings-schema';
import { VirtualClock } from '../../support/virtual-clock';

const who = {
  userId: 'u-77',
  userName: 'imani.okafor',
  name: 'Imani Okafor',
  displayName: 'Support',
  serverName: 'gws.example.com',
  isPractice: false,
  serverVersion: '9.0.001',
};
const signedIn: SessionState = { phase: 'signedIn', who };

const facts: DiagnosticFacts = {
  now: Date.UTC(2026, 10, 29, 12),
  versions: [
    ['Sightline', '0.1.0'],
    ['Electron', '45.4.1'],
  ],
  session: signedIn,
  counters: [['chats', 3]],
  settings: {
    ...defaultSettings,
    theme: 'dark',
    watchGroups: [{ name: 'Night team of Ana Example', agentIds: ['agent-canary'] }] as never,
  },
  policy: {
    source: '/etc/sightline/policy.json',
    locked: ['language'],
    problems: [{ name: 'them', reason: 'unknown' }],
  },
  connection: [{ at: Date.UTC(2026, 10, 29, 11), phase: 'live', reason: 'healthy' }],
  crashDumps: { count: 0, newestAt: null },
  logLines: [],
};

describe('diagnosticsText', () => {
  const text = diagnosticsText(facts);

  it('says versions, server, counters, policy and history', () => {
    for (const line of [
      'Electron: 45.4.1',
      'server: gws.example.com',
      'chats: 3',
      'theme: dark (user)',
      `language: ${initialSettings.language} (administrator)`,
      'density: comfortable (default)',
      'not used: them (unknown)',
      '2026-11-29T11:00:00.000Z live (healthy)',
      'kept: 0',
    ]) {
      expect(text.split('\n')).toContain(line);
    }
  });

  it('holds no name of a person, and of settings with parts only whether they changed', () => {
    expect(text).toContain('watchGroups: changed (user)');
    for (const canary of ['Imani', 'imani.okafor', 'u-77', 'Support', 'Night team', 'agent-canary']) {
      expect(text).not.toContain(canary);
    }
  });

  it('takes a setting for unchanged whatever the order of its parts', () => {
    const { quietHours, ...rest } = defaultSettings.alerts;
    const reordered = diagnosticsText({ ...facts, settings: { ...defaultSettings, alerts: { quietHours, ...rest } } });
    expect(reordered).toContain('alerts: default (default)');
  });

  it('says that crash dumps are not known where they cannot be read', () => {
    expect(diagnosticsText({ ...facts, crashDumps: null })).toContain('== Crash dumps\nnot known\n');
  });

  it('says none where there is nothing, and the phase alone while signed out', () => {
    expect(diagnosticsText({ ...facts, session: { phase: 'signedOut', reason: null } as never })).toContain(
      '== Session\nphase: signedOut\n',
    );
    expect(text).toContain('== Log\nnone\n');
  });
});

describe('RecentLog', () => {
  it('keeps the last 200 redacted lines and counts all of them', () => {
    const recent = new RecentLog(new VirtualClock());
    const written: string[] = [];
    const log = createLogger('test', createRedactingSink(recent.keeping(({ message }) => written.push(message))));
    log.error('request failed', { authorization: 'Basic c29maWE6aHVudGVyMg==' });
    for (let number = 0; number < 250; number += 1) log.warn(`line ${number}`);
    expect([written.length, recent.lines.length, recent.counts]).toEqual([251, 200, { errors: 1, warnings: 250 }]);
    expect(recent.lines.at(-1)).toContain('warn [test] line 249');
    const first = new RecentLog(new VirtualClock());
    createLogger('test', createRedactingSink(first.keeping(() => undefined))).error('request failed', {
      authorization: 'Basic c29maWE6aHVudGVyMg==',
    });
    expect(first.lines.join()).not.toContain('c29ma');
  });
});

describe('ConnectionHistory', () => {
  it('keeps the last 60 states, each once', () => {
    const clock = new VirtualClock();
    const history = new ConnectionHistory(clock);
    const show = (phase: ConnectionState['phase'], reason: ConnectionState['reason']): void => {
      clock.advance(1_000);
      const connection = { phase, reason, lastSuccessAt: clock.now(), nextAttemptAt: null };
      history.applyChanges([{ type: 'connectionChanged', connection }]);
    };
    show('live', 'healthy');
    show('live', 'healthy');
    show('stale', 'noAnswer');
    expect(history.moments.map(({ phase }) => phase)).toEqual(['live', 'stale']);
    for (let number = 0; number < 80; number += 1) show(number % 2 === 0 ? 'live' : 'offline', 'healthy');
    expect(history.moments).toHaveLength(60);
  });
});

describe('createSupportCommands', () => {
  it('saves exactly the text that was shown', async () => {
    let chats = 1;
    const saved: string[] = [];
    const support = createSupportCommands({
      facts: (crashDumps) => ({ ...facts, counters: [['chats', chats]], crashDumps }),
      crashDumps: { summary: () => Promise.resolve({ count: 2, newestAt: 0 }), removeAll: () => Promise.resolve() },
      saveFile: (name, content) => {
        saved.push(name, content);
        return Promise.resolve(true);
      },
      showLog: () => undefined,
    });
    const shown = await support.diagnostics();
    chats = 2;
    expect((await support.save()).ok).toBe(true);
    expect(saved).toEqual(['sightline-diagnostics-2026-11-29.txt', shown.ok ? shown.value : '']);
  });

  it('reports a file that could not be written', async () => {
    const support = createSupportCommands({
      facts: (crashDumps) => ({ ...facts, crashDumps }),
      crashDumps: { summary: () => Promise.resolve({ count: 0, newestAt: null }), removeAll: () => Promise.resolve() },
      saveFile: () => Promise.reject(new Error('the disk is full')),
      showLog: () => undefined,
    });
    expect(await support.save()).toMatchObject({ ok: false, error: { code: 'file.notSaved' } });
  });
});

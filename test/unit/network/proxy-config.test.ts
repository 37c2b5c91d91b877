import { describe, expect, it } from 'vitest';
import type { ProxySettings } from '../../../preload/contract';
import { proxyProblem } from '../../../preload/contract/model/network';
import { firstProxyIn, proxyConfigOf } from '../../../main/network/proxy-config';

const system: ProxySettings = { mode: 'system', pacUrl: '', server: '', bypass: '' };
const manual = (server: string, bypass = ''): ProxySettings => ({ ...system, mode: 'manual', server, bypass });
const pac = (pacUrl: string): ProxySettings => ({ ...system, mode: 'pac', pacUrl });

describe('proxyConfigOf', () => {
  it.each<[string, ProxySettings, string, unknown]>([
    ['leaves the system alone', system, '', null],
    [
      'makes a PAC file of the command line binding',
      system,
      'http://p/x',
      { mode: 'pac_script', pacScript: 'http://p/x' },
    ],
    ['uses a PAC file', pac('https://p.test/x.pac'), '', { mode: 'pac_script', pacScript: 'https://p.test/x.pac' }],
    [
      'uses a server',
      manual('p.test:3128', '*.test'),
      '',
      { mode: 'fixed_servers', proxyRules: 'p.test:3128', proxyBypassRules: '*.test' },
    ],
    ['goes direct', { ...system, mode: 'none' }, 'http://p/x', { mode: 'direct' }],
    [
      'sends nothing with an invalid setting',
      pac('file:///x'),
      '',
      { mode: 'pac_script', pacScript: 'http://0.0.0.0:1/' },
    ],
  ])('%s', (_what, settings, commandLine, config) => {
    expect(proxyConfigOf(settings, commandLine)).toEqual(config);
  });
});

describe('proxyProblem', () => {
  it.each(['proxy.example.com:8080', 'http://p:1', 'socks5://10.0.0.1:1080', '[::1]:3128'])('accepts %s', (server) => {
    expect(proxyProblem(manual(server))).toBeNull();
  });

  it.each([
    '',
    'proxy',
    'user:secret@p:1',
    'p:1;direct://',
    'http=p:1',
    'p:1,direct://',
    'direct://',
    'p:1/x',
    'ftp://p:1',
  ])('refuses “%s”, which is no server or has more than one', (server) => {
    expect(proxyProblem(manual(server))).toBe('server');
  });

  it.each(['', 'p.test', 'file:///etc/x', 'data:,x', 'http://u:p@h/x'])('refuses “%s” as a PAC file', (url) => {
    expect(proxyProblem(pac(url))).toBe('pacUrl');
  });

  it('accepts host names, addresses and ranges without a proxy, and nothing else', () => {
    expect(proxyProblem(manual('p:1', '<local>, *.test, 10.0.0.0/8, [::1]'))).toBeNull();
    expect(proxyProblem(manual('p:1', 'a;b"'))).toBe('bypass');
  });
});

it.each([
  ['DIRECT', null],
  ['', null],
  ['PROXY proxy.test:3128; DIRECT', 'proxy.test:3128'],
  ['HTTPS proxy.test:443;PROXY other.test:3128', 'proxy.test:443'],
  ['SOCKS5 [::1]:1080', '[::1]:1080'],
  ['PROXY', null],
])('reads the first proxy of the PAC answer %j', (answer, proxy) => {
  expect(firstProxyIn(answer)).toBe(proxy);
});

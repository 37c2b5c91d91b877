import { describe, expect, it } from 'vitest';
import { parseFlags } from '../../../main/shell/command-line';

const nothing = {
  serverUrl: null,
  startsOnPracticeFloor: false,
  startsHidden: false,
  practice: {},
  verifyTarget: null,
};

describe('parseFlags', () => {
  it.each([
    [[], nothing],
    [['--server', 'https://gws.example.com'], { ...nothing, serverUrl: 'https://gws.example.com' }],
    [['--server=http://localhost:8090'], { ...nothing, serverUrl: 'http://localhost:8090' }],
    [['--verify', 'journal'], { ...nothing, verifyTarget: 'journal' }],
    [['--hidden'], { ...nothing, startsHidden: true }],
    [['--practice'], { ...nothing, startsOnPracticeFloor: true }],
    [
      [
        '--practice',
        '--practice-seed=7',
        '--practice-agents',
        '40',
        '--practice-chats',
        '0',
        '--practice-rate',
        '2.5',
        '--practice-port',
        '8090',
      ],
      { ...nothing, startsOnPracticeFloor: true, practice: { seed: 7, agents: 40, chats: 0, rate: 2.5, port: 8090 } },
    ],
    [['--practice-control', 'secret'], { ...nothing, practice: { controlToken: 'secret' } }],
    [['/opt/app', '--no-sandbox', '--inspect=0', '--remote-debugging-port=0', '--user-data-dir=/tmp/x'], nothing],
  ])('parses %j', (argv, flags) => {
    expect(parseFlags(argv)).toEqual({ ok: true, flags });
  });

  it.each([
    [['--server'], /--server needs a value/],
    [['--server', 'gws.example.com'], /--server must be an address/],
    [['--server', 'javascript:alert(1)'], /--server must be an address/],
    [['--verify='], /--verify needs a value/],
    [['--practice-seed', 'seven'], /--practice-seed must be a number from 0/],
    [['--practice-port', '70000'], /--practice-port must be a number from 0 to 65535/],
    [['--practice-agents='], /--practice-agents needs a value/],
    [['--practice-sede', '7'], /--practice-sede is not a flag/],
    [['--practice', '--server', 'https://a.example'], /exclude each other/],
  ])('rejects %j', (argv, complaint) => {
    const parsed = parseFlags(argv);
    expect(parsed.ok ? 'accepted' : parsed.complaint).toMatch(complaint);
  });
});

import { describe, expect, test } from 'vitest';
import { readCommandLine, usage } from '../../../main/practice/command-line';
import { defaultQuirks } from '../../../main/practice/wire/quirks';

describe('the command line of the practice server', () => {
  test('has a default for everything', () => {
    expect(readCommandLine([])).toEqual({
      kind: 'serve',
      wantsControl: false,
      options: {
        port: 8090,
        host: '127.0.0.1',
        agents: 40,
        chats: 30,
        rate: 5,
        seed: 1,
        timeScale: 1,
        quirks: {},
        controlToken: null,
      },
    });
  });

  test('accepts every option', () => {
    const argv =
      '--port 0 --host ::1 --agents 3 --chats 2 --rate 0.5 --seed 7 --time-scale 10 --control secret --quirk omitUri=on --quirk csrf=off';
    expect(readCommandLine(argv.split(' '))).toEqual({
      kind: 'serve',
      wantsControl: true,
      options: {
        port: 0,
        host: '::1',
        agents: 3,
        chats: 2,
        rate: 0.5,
        seed: 7,
        timeScale: 10,
        quirks: { omitUri: true, csrf: false },
        controlToken: 'secret',
      },
    });
  });

  test.each([[['--control']], [['--control', '--seed', '3']]])('creates a control token for %j', (argv) => {
    expect(readCommandLine(argv)).toMatchObject({ kind: 'serve', wantsControl: true, options: { controlToken: null } });
  });

  test.each([
    [['--port', '70000'], '--port must be a whole number from 0 to 65535, not "70000"'],
    [['--port', '80.5'], '--port must be a whole number'],
    [['--agents', '0'], '--agents must be a whole number from 1'],
    [['--rate', 'fast'], '--rate must be a number from 0 to 10000, not "fast"'],
    [['--rate', ''], '--rate must be a number'],
    [['--quirk', 'nothing=on'], 'there is no quirk called "nothing"'],
    [['--quirk', 'omitUri=maybe'], 'say omitUri=on or omitUri=off'],
    [['--bogus'], '--bogus'],
    [['stray'], 'stray'],
  ])('rejects %j with a reason', (argv, reason) => {
    const line = readCommandLine(argv);
    expect(line.kind).toBe('wrong');
    expect(line.kind === 'wrong' && line.reason).toContain(reason);
  });

  test('names every quirk in its help', () => {
    expect(readCommandLine(['--help', '--port', '1'])).toEqual({ kind: 'help' });
    for (const name of Object.keys(defaultQuirks)) expect(usage).toContain(name);
  });
});

import { execFile } from 'node:child_process';
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const cli = fileURLToPath(new URL('../../../main/rules/cli.ts', import.meta.url));

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function rules(files: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> {
  const folder = await mkdtemp(join(tmpdir(), 'sightline-rules-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return new Promise((resolve) => {
    const command = [
      '--import',
      import.meta.resolve('tsx'),
      cli,
      ...args.map((arg) => (arg in files ? join(folder, arg) : arg)),
    ];
    const child = execFile(process.execPath, command, (_cause, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err });
    });
  });
}

const angry = { id: 'angry', lines: [{ at: 3, from: 'customer', text: 'Get me your manager' }], endsAt: 10 };
const calm = { id: 'calm', language: 'de', lines: [{ at: 0, from: 'customer', text: 'Danke, alles gut' }], endsAt: 5 };
const slow = { id: 'slow', lines: [{ at: 0, from: 'customer', text: 'Where is it?' }], endsAt: 100 };

describe('npm run rules', () => {
  it('prints the reasons of each chat and nothing else', async () => {
    const { code, out, err } = await rules(
      { 'chats.json': JSON.stringify({ chats: [angry, calm, slow] }) },
      'chats.json',
    );
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      chats: [
        { id: 'angry', reasons: [{ rule: 'escalationWords', at: 3, words: 'Get me your manager' }] },
        { id: 'calm', reasons: [] },
        { id: 'slow', reasons: [{ rule: 'customerWaiting', at: 90, words: null }] },
      ],
    });
  });

  it('uses a settings file', async () => {
    const settings = {
      settings: { attention: { rules: { escalationWords: { isOn: false, threshold: 1, hotThreshold: 1 } } } },
    };
    const files = { 'chats.json': JSON.stringify({ chats: [angry] }), 'mine.json': JSON.stringify(settings) };
    const { out } = await rules(files, 'chats.json', '--settings', 'mine.json');
    expect(JSON.parse(out)).toEqual({ chats: [{ id: 'angry', reasons: [] }] });
  });

  it('names an unreadable chat, evaluates the others and exits with 2', async () => {
    const broken = { id: 'broken', lines: [{ at: 'noon', from: 'customer', text: 'x' }] };
    const { code, out, err } = await rules({ 'chats.json': JSON.stringify({ chats: [broken, angry] }) }, 'chats.json');
    expect(code).toBe(2);
    expect(err).toContain('chats[0] (broken): lines[0].at');
    expect((JSON.parse(out) as { chats: { id: string }[] }).chats.map(({ id }) => id)).toEqual(['angry']);
  });

  it.each([
    [{ 'chats.json': '{ no' }, ['chats.json'], 'not JSON'],
    [{ 'chats.json': '{}' }, ['chats.json'], 'expected an object with a list "chats"'],
    [{}, ['missing.json'], 'cannot read missing.json'],
    [{}, [], 'name one file of chats'],
    [
      { 'chats.json': '{"chats":[]}', 'mine.json': '{"rules":5}' },
      ['chats.json', '--settings', 'mine.json'],
      'cannot be used',
    ],
  ])('reports the problem of %o and exits with 2', async (files, args, problem) => {
    const { code, out, err } = await rules(files, ...args);
    expect([code, out]).toEqual([2, '']);
    expect(err).toContain(problem);
  });
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';

const program = fileURLToPath(new URL('../../main/practice/cli.ts', import.meta.url));
const loader = import.meta.resolve('tsx');

/** Runs the command line program in a process of its own, like `npm run practice`. */
function run(...argv: string[]) {
  const child = spawn(process.execPath, ['--import', loader, program, ...argv], { stdio: ['ignore', 'pipe', 'pipe'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const collect = (chunk: Buffer): void => {
    output += chunk.toString('utf8');
  };
  child.stdout.on('data', collect);
  child.stderr.on('data', collect);
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, output }));
  return { child, ended, output: () => output };
}

test('prints its address and users, serves, and exits cleanly', { timeout: 30_000 }, async () => {
  const floor = run('--port', '0', '--agents', '5', '--chats', '2', '--control', 'secret');
  await expect.poll(floor.output, { timeout: 20_000 }).toContain('Stop with Ctrl+C');
  const url = /Practice floor: (\S+)/.exec(floor.output())?.[1] ?? '';
  expect(floor.output()).toContain('supervisor / practice');
  expect((await fetch(`${url}/api/v2/diagnostics/version`)).status).toBe(200);
  floor.child.kill('SIGTERM');
  const { code, output } = await floor.ended;
  expect([code, output.trim().split('\n').at(-1)]).toEqual([0, 'Practice floor closed.']);
});

test('reports a port in use and exits', { timeout: 30_000 }, async () => {
  const squatter = createServer().listen(0, '127.0.0.1');
  onTestFinished(() => void squatter.close());
  await once(squatter, 'listening');
  const port = String((squatter.address() as AddressInfo).port);
  const { code, output } = await run('--port', port).ended;
  expect(code).toBe(2);
  expect(output).toContain(`127.0.0.1:${port} is in use by another program`);
  expect(output).not.toMatch(/\n\s+at /);
});

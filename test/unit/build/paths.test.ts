import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { nodeOfPackage, toolNode } from '../../../build/prepare/paths.mjs';
import { runCommand } from '../../../build/prepare/run-command.mjs';

it('starts the Node of the dev dependency without a shell', async () => {
  const { default: manifest } = await import('../../../package.json', { with: { type: 'json' } });

  expect(await runCommand(toolNode, ['--version'])).toEqual({
    code: 0,
    output: `v${manifest.devDependencies.node}\n`,
  });
});

it.each([
  ['win32', 'node.exe'],
  ['linux', 'node'],
  ['darwin', 'node'],
] as const)('names a program and no command script on %s', (platform, file) => {
  expect(basename(nodeOfPackage(platform))).toBe(file);
});

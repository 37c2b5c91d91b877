import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';
import type { Bridge } from '../../../preload/contract';

const configFile = fileURLToPath(new URL('../../../build/vite/preload.ts', import.meta.url));

async function builtPreload(): Promise<string> {
  const outputs = await build({ configFile, logLevel: 'silent', build: { write: false } });
  const files = ([outputs].flat() as Rolldown.RolldownOutput[]).flatMap((output) => output.output);
  const chunks = files.filter((file) => file.type === 'chunk');
  expect(files).toHaveLength(1);
  return chunks[0]?.code ?? '';
}

it('exposes exactly the contract, as one script that requires electron only', async () => {
  const code = await builtPreload();
  const exposed: [string, Record<string, unknown>][] = [];
  const required: string[] = [];
  const asked: unknown[] = [];
  const electron = {
    contextBridge: { exposeInMainWorld: (name: string, api: Record<string, unknown>) => exposed.push([name, api]) },
    ipcRenderer: {
      invoke: (channel: string, payload: unknown) => {
        asked.push({ channel, payload });
        return Promise.resolve({ ok: true, value: null });
      },
      on: () => undefined,
      off: () => undefined,
    },
  };
  const require = (name: string): unknown => {
    required.push(name);
    return name === 'electron' ? electron : undefined;
  };
  runInNewContext(code, { require, exports: {}, module: { exports: {} } });
  const surface = exposed.map(([name, api]) => [
    name,
    Object.fromEntries(Object.entries(api).map(([key, value]) => [key, typeof value])),
  ]);
  expect({ required, surface }).toEqual({
    required: ['electron'],
    surface: [['sightline', { invoke: 'function', on: 'function' } satisfies Record<keyof Bridge, 'function'>]],
  });
  const bridge = exposed[0]?.[1] as unknown as Bridge;
  await bridge.invoke('chats.dismiss', { chatId: 'c' });
  expect(asked).toEqual([{ channel: 'sightline:command:chats.dismiss', payload: { chatId: 'c' } }]);
});

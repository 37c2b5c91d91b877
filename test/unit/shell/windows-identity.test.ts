import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { appUserModelId, identifyToWindows, toastActivatorClsid } from '../../../main/shell/windows-identity';

/** What Windows knows. */
class Windows {
  ids: string[] = [];

  setAppUserModelId(id: string): void {
    this.ids.push(id);
  }

  setToastActivatorCLSID(clsid: string): void {
    this.ids.push(clsid);
  }
}

it('has the id that the installer gives to the shortcut, without which Windows shows no notification', () => {
  const builder = readFileSync(new URL('../../../electron-builder.yml', import.meta.url), 'utf8');
  expect(/^appId: (.+)$/m.exec(builder)?.[1]).toBe(appUserModelId);
});

it('has one activator in all versions, so that an old notification still reaches the program', () => {
  const windows = new Windows();
  identifyToWindows(windows, 'win32');
  expect(windows.ids).toEqual(['app.sightline.console', '{4605ED11-B175-491B-843A-35FB6EE087AA}']);
  expect(toastActivatorClsid).toMatch(/^\{[\dA-F]{8}(-[\dA-F]{4}){3}-[\dA-F]{12}\}$/u);
});

it('works with an Electron without activators, and says nothing to other systems', () => {
  const windows = new Windows();
  identifyToWindows({ setAppUserModelId: (id) => windows.ids.push(id) }, 'win32');
  identifyToWindows(windows, 'linux');
  expect(windows.ids).toEqual([appUserModelId]);
});

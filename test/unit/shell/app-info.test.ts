import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string): string => readFileSync(new URL(`../../../${file}`, import.meta.url), 'utf8');
const builder = read('electron-builder.yml');

it('has one name for its window, its notifications and its installed desktop file', () => {
  const { desktopName } = JSON.parse(read('package.json')) as { desktopName: string };
  const executable = /^ {2}executableName: (.+)$/m.exec(builder)?.[1] ?? '';
  expect(desktopName).toBe(`${executable}.desktop`);
  expect(read('main/electron/desktop-services.ts')).toContain(`desktopEntry: '${executable}'`);
});

import { describe, expect, it } from 'vitest';
import { isForbiddenInside, missingInside } from '../../../build/packaging/package-content.mjs';

describe('content of the package', () => {
  it.each([
    '/node_modules',
    '/main/node_modules/x/index.js',
    '/main/index.ts',
    '/renderer/App.vue',
    '/.git/config',
    '/.env',
  ])('must not contain %s', (path) => {
    expect(isForbiddenInside(path)).toBe(true);
  });

  it('may contain bundles, pages, fonts and icons', () => {
    const paths = ['/main/index.js', '/renderer/index.html', '/renderer/assets/inter.woff2', '/icons/tray/live@2x.png'];
    expect(paths.filter(isForbiddenInside)).toEqual([]);
  });

  it('is reported when a required part is missing', () => {
    expect(
      missingInside([
        '/package.json',
        '/main/index.js',
        '/preload/index.cjs',
        '/renderer/index.html',
        '/icons/icon.png',
      ]),
    ).toEqual(['/main/practice.js']);
  });
});

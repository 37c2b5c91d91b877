import { describe, expect, it } from 'vitest';
import { isForbiddenInside, missingInside } from '../../../build/packaging/package-content.mjs';

describe('what lies in the packaged application', () => {
  it.each([
    '/node_modules',
    '/main/node_modules/x/index.js',
    '/main/index.ts',
    '/renderer/App.vue',
    '/.git/config',
    '/.env',
  ])('must not be %s', (path) => {
    expect(isForbiddenInside(path)).toBe(true);
  });

  it('may be bundles, pages, fonts and icons', () => {
    const paths = ['/main/index.js', '/renderer/index.html', '/renderer/assets/inter.woff2', '/icons/tray/live@2x.png'];
    expect(paths.filter(isForbiddenInside)).toEqual([]);
  });

  it('is told when a needed part is not there', () => {
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

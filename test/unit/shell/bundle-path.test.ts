import fc from 'fast-check';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundlePath } from '../../../main/shell/bundle-path';

const root = '/opt/sightline/renderer';

describe('bundlePath', () => {
  it.each([
    ['app://bundle/', `${root}/index.html`],
    ['app://bundle/index.html', `${root}/index.html`],
    ['app://bundle/index.html?x=1#y', `${root}/index.html`],
    ['app://bundle/assets/main-4f2a.js', `${root}/assets/main-4f2a.js`],
    ['app://bundle/assets/inter%20latin.woff2', `${root}/assets/inter latin.woff2`],
  ])('returns the file of %s', (requested, file) => {
    expect(bundlePath(root, requested)).toBe(file);
  });

  it.each([
    'app://bundle/..%2f..%2fetc/passwd',
    'app://bundle/assets/..%2f..%2f..%2fetc%2fpasswd',
    'app://bundle/..%5c..%5cwindows',
    'app://bundle//etc/passwd',
    'app://bundle/%2fetc/passwd',
    'app://bundle/index.html%00.png',
    'app://bundle/%c0%ae%c0%ae/x',
    'app://bundle/%',
    'app://evil/index.html',
    'app://bundle.evil/index.html',
    'app://user@bundle/index.html',
    'app://bundle:80/index.html',
    'file:///etc/passwd',
    'https://bundle/index.html',
    'not an address',
    '',
  ])('returns null for %s', (requested) => {
    expect(bundlePath(root, requested)).toBeNull();
  });

  it('never leaves the folder, whatever the request', () => {
    const piece = fc.constantFrom(
      '..',
      '%2e',
      '%2f',
      '%5c',
      '/',
      '\\',
      '%00',
      '.',
      'a',
      '~',
      '%252e',
      '//',
      ':',
      '@',
      '%u2215',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.string(), (pieces, tail) => {
        const file = bundlePath(root, `app://bundle/${pieces.join('')}${tail}`);
        expect(file === null || path.resolve(file).startsWith(`${root}${path.sep}`)).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { aptPosition, missingLibraries, nameInRelease, packagesFor } from '../../../build/prepare/linux-packages.mjs';

describe('missing libraries', () => {
  it('are read from ldd, each once', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd)',
      '\tlibnss3.so => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibnss3.so => not found',
    ].join('\n');
    expect(missingLibraries(output)).toEqual(['libnss3.so', 'libgtk-3.so.0']);
  });

  it('are none when all are found or nothing was printed', () => {
    expect([missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x0)'), missingLibraries('')]).toEqual([[], []]);
  });
});

describe('packages of missing libraries', () => {
  it('are listed once, in order, and libraries without a known package are reported', () => {
    expect(packagesFor(['libnssutil3.so', 'libnss3.so', 'Xvfb', 'libgtk-3.so.0', 'libnew.so.7'])).toEqual({
      packages: ['libgtk-3-0', 'libnss3', 'xvfb'],
      unknown: ['libnew.so.7'],
    });
  });
});

describe('name of a package in this release', () => {
  const debian12 = 'libasound2:\n  Installed: (none)\n  Candidate: 1.2.8-1+b1\n  Version table:\n';
  const ubuntu24 =
    'libasound2:\n  Installed: (none)\n  Candidate: (none)\n  Version table:\nlibasound2t64:\n  Installed: (none)\n  Candidate: 1.2.11-1ubuntu0.1\n  Version table:\n';

  it('is the plain one when it can be installed', () => {
    expect(nameInRelease('libasound2', debian12)).toBe('libasound2');
  });

  it('has the suffix when the plain one is only virtual', () => {
    expect(nameInRelease('libasound2', ubuntu24)).toBe('libasound2t64');
  });

  it('is the plain one when nothing is known', () => {
    expect(nameInRelease('libasound2', '')).toBe('libasound2');
  });
});

describe('progress of apt', () => {
  it('is read from its status channel, with colons of times in the text', () => {
    expect([
      aptPosition('dlstatus:3:12.5:Retrieving file 3 of 20'),
      aptPosition('pmstatus:libgtk-3-0:45.4545:Unpacking libgtk-3-0:amd64'),
      aptPosition('pmerror:x:1:went wrong'),
      aptPosition('no status'),
    ]).toEqual(['downloading 13 % Retrieving file 3 of 20', 'installing 45 % Unpacking libgtk-3-0:amd64', null, null]);
  });
});

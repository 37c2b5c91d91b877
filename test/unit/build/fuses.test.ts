import { FuseV1Options } from '@electron/fuses';
import { describe, expect, it } from 'vitest';
import { fusesFor, fusesPresent } from '../../../build/packaging/fuses.mjs';

const every = Object.values(FuseV1Options).filter((value) => typeof value === 'number');

describe('fuses of a package', () => {
  it('are all set', () => {
    expect([...fusesFor('release').keys()].sort()).toEqual(every.sort());
  });

  it('close a release to everything but its archive', () => {
    const on = [...fusesFor('release')].filter(([, isOn]) => isOn).map(([fuse]) => fuse);
    expect(on).toEqual([
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.WasmTrapHandlers,
    ]);
  });

  it('differ between release and test build in the inspector only', () => {
    const release = fusesFor('release');
    const differing = [...fusesFor('test')].filter(([fuse, isOn]) => release.get(fuse) !== isOn);
    expect(differing).toEqual([[FuseV1Options.EnableNodeCliInspectArguments, true]]);
  });

  it('close a release to the inspector that npm run dev uses', () => {
    expect(fusesFor('release').get(FuseV1Options.EnableNodeCliInspectArguments)).toBe(false);
  });

  it('omit what an older Electron does not have', () => {
    expect(fusesPresent('release', ['0', '1'])).toEqual({ 0: false, 1: false });
  });
});

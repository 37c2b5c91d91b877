import { describe, expect, it } from 'vitest';
import { dangerousSwitches, type StartCircumstances } from '../../../main/shell/switches';

const ordinary = { isRoot: false, isEverydayProfile: true };

function found(given: readonly string[], circumstances: Partial<StartCircumstances> = {}): readonly string[] {
  return dangerousSwitches({ hasSwitch: (name) => given.includes(name), ...ordinary, ...circumstances });
}

describe('dangerousSwitches', () => {
  it('returns nothing for an ordinary start', () => {
    expect(found(['user-data-dir', 'force-device-scale-factor', 'password-store'])).toEqual([]);
  });

  it('returns every switch that disables protection', () => {
    expect(found(['ignore-certificate-errors', 'js-flags'])).toEqual(['ignore-certificate-errors', 'js-flags']);
  });

  it.each(['ssl-key-log-file', 'disable-seccomp-filter-sandbox', 'renderer-cmd-prefix', 'load-extension'])(
    'returns --%s',
    (name) => {
      expect(found([name])).toEqual([name]);
    },
  );

  it('allows a debugger only with a profile of its own', () => {
    expect(found(['remote-debugging-port'])).toEqual(['remote-debugging-port']);
    expect(found(['remote-debugging-port', 'user-data-dir'])).toEqual(['remote-debugging-port']);
    expect(found(['remote-debugging-port'], { isEverydayProfile: false })).toEqual([]);
  });

  it('allows a start without a sandbox only as root, where there is none', () => {
    expect(found(['no-sandbox'])).toEqual(['no-sandbox']);
    expect(found(['no-sandbox'], { isRoot: true })).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { dangerousSwitches } from '../../../main/shell/switches';

function found(...given: string[]): readonly string[] {
  return dangerousSwitches((name) => given.includes(name));
}

describe('dangerousSwitches', () => {
  it('returns nothing for an ordinary start', () => {
    expect(found('user-data-dir', 'no-sandbox', 'force-device-scale-factor')).toEqual([]);
  });

  it('returns every switch that disables protection', () => {
    expect(found('ignore-certificate-errors', 'js-flags')).toEqual(['ignore-certificate-errors', 'js-flags']);
  });

  it('allows a debugger only with a profile of its own', () => {
    expect(found('remote-debugging-port')).toEqual(['remote-debugging-port']);
    expect(found('remote-debugging-port', 'user-data-dir')).toEqual([]);
  });
});

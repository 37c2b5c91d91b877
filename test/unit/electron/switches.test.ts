import { describe, expect, it } from 'vitest';
import { dangerousSwitches } from '../../../main/electron/switches';

function found(...given: string[]): readonly string[] {
  return dangerousSwitches((name) => given.includes(name));
}

describe('dangerousSwitches', () => {
  it('has nothing against an ordinary start', () => {
    expect(found('user-data-dir', 'no-sandbox', 'force-device-scale-factor')).toEqual([]);
  });

  it('names every switch that takes protection away', () => {
    expect(found('ignore-certificate-errors', 'js-flags')).toEqual(['ignore-certificate-errors', 'js-flags']);
  });

  it('lets a debugger in only with a profile of its own', () => {
    expect(found('remote-debugging-port')).toEqual(['remote-debugging-port']);
    expect(found('remote-debugging-port', 'user-data-dir')).toEqual([]);
  });
});

import type { Settings } from '../../../../preload/contract';
import { moveBridge, type BridgeMoves } from '../../../screens/scene-page';
import { FakeBridge } from '../fake-bridge';
import { floors } from './floors';

/**
 * `?floor=` chooses what is on the floor (floors.ts), `?theme=` and `?language=` how it looks, `?settings=` any further
 * choices as JSON. `window.moveBridge` moves the floor from outside.
 */
const params = new URLSearchParams(location.search);
const floor = floors[params.get('floor') ?? 'busy'];
if (floor === undefined) throw new Error(`there are these floors: ${Object.keys(floors).join(', ')}`);
const bridge = new FakeBridge(floor(Date.now()));
const chosen = Object.fromEntries(
  ['theme', 'language'].flatMap((name) => params.getAll(name).map((value) => [name, value])),
);
bridge.settings = {
  ...bridge.settings,
  ...(chosen as Partial<Settings>),
  ...(JSON.parse(params.get('settings') ?? '{}') as Partial<Settings>),
};
Object.assign(window, {
  ...{ sightline: bridge, bridge },
  moveBridge: (name: keyof BridgeMoves, args: BridgeMoves[keyof BridgeMoves]) => moveBridge(bridge, name, args),
});
await import('../../../../renderer/main');

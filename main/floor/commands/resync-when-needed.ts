import type { Disposer } from '../../base/clock';
import type { CommandPorts } from './ports';

/** News that may be old is neither believed nor dropped for good: what is so is asked of the server. */
export function resyncWhenNeeded({ floorStore, contactCentre }: CommandPorts): Disposer {
  return floorStore.onSignal((signal) => {
    if (signal.type === 'resyncNeeded') contactCentre()?.resynchronise();
  });
}

import type { Disposer } from '../../base/clock';
import type { CommandPorts } from './ports';

/** Requests a resync when the ledger received an event whose age it cannot determine. */
export function resyncWhenNeeded({ floorStore, contactCentre }: CommandPorts): Disposer {
  return floorStore.onSignal((signal) => {
    if (signal.type === 'resyncNeeded') contactCentre()?.resynchronise();
  });
}

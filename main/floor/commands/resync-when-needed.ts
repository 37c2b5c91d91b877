import type { Disposer } from '../../base/clock';
import type { CommandPorts } from './ports';

/** News that may be old is neither believed nor dropped for good: what is so is asked of the server. */
export function resyncWhenNeeded({ truth, contactCentre }: CommandPorts): Disposer {
  return truth.onSignal((signal) => {
    if (signal.type === 'resyncNeeded') contactCentre()?.resynchronise();
  });
}

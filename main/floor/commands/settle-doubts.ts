import type { Undo } from '../../base/clock';
import type { CommandPorts } from './ports';

/** News that may be old is neither believed nor dropped for good: what is so is asked of the server. */
export function keepDoubtsSettled({ truth, contactCentre }: CommandPorts): Undo {
  return truth.onSignal((signal) => {
    if (signal.type === 'newsDoubted') contactCentre()?.resynchronise();
  });
}

import type { Watch } from '../../../preload/contract';
import type { Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import type { WatchRequestContext } from './renew-watches';
import { cancelWatch } from './watch-media';

/**
 * Cancels the rest of a consumed `nextChat` watch. The server counts one chat for each medium, but the supervisor meant
 * one chat. The remaining media stay listed until the server confirms the cancellation.
 */
export function endConsumedWatches(tools: WatchRequestContext): Disposer {
  const { floorStore, turns, log } = tools;
  return floorStore.onSignal((signal) => {
    if (signal.type !== 'watchPartlyConsumed') return;
    const rest = floorStore.watchOf(signal.agentId);
    if (rest !== null)
      runInBackground(
        turns.enqueue(rest.agentId, () => endRest(tools, rest)),
        'ending a used-up watch',
        log,
      );
  });
}

async function endRest(
  { floorStore, contactCentre, log, watchExposure: exposure }: WatchRequestContext,
  rest: Watch,
): Promise<void> {
  const { agentId, since, media } = rest;
  const isStill = (): boolean => {
    const now = floorStore.watchOf(agentId);
    return now !== null && now.since === since && now.scope === 'nextChat' && now.media.length === media.length;
  };
  const centre = contactCentre();
  if (centre === null || !isStill()) return;
  const response = await cancelWatch({ contactCentre: centre, exposure }, agentId, media);
  // The server refuses to cancel a watch that it does not hold: its chat was joined meanwhile and is reported soon.
  const isOver = response.result.ok || response.result.error.code === 'command.refused';
  if (isOver) for (const medium of media) exposure.ended({ agentId, medium });
  if (isOver && isStill()) floorStore.removeWatch(agentId);
  else if (!isOver) log.warn('consumed watch could not be cancelled', { agentId });
}

import type { Watch } from '../../../preload/contract';
import type { Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import type { WatchRequestContext } from './renew-watches';
import { cancelWatch } from './watch-media';

/**
 * One chat and then stop: the server counts for each medium, the supervisor meant one. When the chat came by one medium, the
 * waiting for another one is ended. Until the server agreed the rest stays in the list, where it can be seen and stopped.
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
  const answer = await cancelWatch({ contactCentre: centre, exposure }, agentId, media);
  // What the server refuses to end, it does not hold: its chat came meanwhile, and is told soon.
  const isOver = answer.result.ok || answer.result.error.code === 'command.refused';
  if (isOver) for (const medium of media) exposure.ended({ agentId, medium });
  if (isOver && isStill()) floorStore.removeWatch(agentId);
  else if (!isOver) log.warn('a used-up watch could not be ended', { agentId });
}

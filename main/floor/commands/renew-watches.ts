import type { Disposer } from '../../base/clock';
import { runInBackground } from '../../base/run-in-background';
import type { ContactCentre } from '../contact-centre';
import type { CommandPorts } from './ports';
import type { WatchExposure } from '../step-back/watch-exposure';
import { requestWatch, cancelWatch } from './watch-media';
import type { WatchRequestQueue } from './watch-request-queue';

export interface WatchRequestContext extends CommandPorts {
  readonly turns: WatchRequestQueue;
  readonly watchExposure: WatchExposure;
}

/**
 * Requests every watch again after a lost server session was replaced: watches end with their session, and nothing
 * would look wrong until a chat failed to arrive. Requests run one at a time, to spare a server that has just
 * recovered. Another session change cancels the run. A watch that the user removed meanwhile is cancelled again on the
 * server.
 */
export function renewWatchesAfterSessionChange(tools: WatchRequestContext): Disposer {
  const { floorStore, turns, log } = tools;
  return floorStore.onSignal((signal) => {
    if (signal.type === 'sessionClosed') turns.sessionNumber += 1;
    if (signal.type !== 'sessionRenewed') return;
    turns.sessionNumber += 1;
    runInBackground(renewAll(tools, turns.sessionNumber), 'renewing the watches', log);
  });
}

async function renewAll(tools: WatchRequestContext, session: number): Promise<void> {
  const { floorStore, turns } = tools;
  const contactCentre = tools.contactCentre();
  if (contactCentre === null) return;
  for (const { agentId } of floorStore.watches) {
    if (session === turns.sessionNumber) {
      await turns.enqueue(agentId, () => renewWatch(tools, contactCentre, agentId, session));
    }
  }
}

/** Requests one watch again if it is still marked `renewing`. Runs in this agent's turn of the queue. */
export async function renewWatch(
  { floorStore, turns, log, watchExposure: exposure }: WatchRequestContext,
  contactCentre: ContactCentre,
  agentId: string,
  session: number,
): Promise<void> {
  const spec = floorStore.watchOf(agentId);
  if (spec?.state !== 'renewing' || session !== turns.sessionNumber) return;
  const { agreed, result } = await requestWatch({ contactCentre, exposure }, spec, { media: spec.media });
  if (session !== turns.sessionNumber) return;
  const watch = floorStore.watchOf(agentId);
  if (watch === null) {
    // The user removed it during the request. A `nextChat` watch may also have been consumed; then the cancellation is
    // refused.
    await cancelWatch({ contactCentre, exposure }, agentId, agreed);
    return;
  }
  if (watch.state !== 'renewing') return;
  if (!result.ok) log.warn('watch could not be renewed', { agentId, code: result.error.code });
  floorStore.markWatch(agentId, agreed.length > 0 ? { state: 'active', media: agreed } : { state: 'lost' });
}

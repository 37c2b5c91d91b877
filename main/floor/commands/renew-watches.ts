import type { Undo } from '../../base/clock';
import { fireAndReport } from '../../base/fire-and-report';
import type { ContactCentre } from '../contact-centre';
import type { CommandPorts } from './ports';
import type { WatchExposure } from '../step-back/watch-exposure';
import { askForWatch, endWatch } from './watch-media';
import type { WatchTurns } from './watch-turns';

export interface RenewalTools extends CommandPorts {
  readonly turns: WatchTurns;
  readonly watchExposure: WatchExposure;
}

/**
 * Makes every standing watch again when a new server session took the place of a lost one: watches end with a session,
 * and nothing would look wrong while no chat arrives. One after the other, so that a server that has just come back is
 * not flooded. A renewal that is overtaken by another session stops; a watch given up meanwhile is stopped again.
 */
export function keepWatchesRenewed(tools: RenewalTools): Undo {
  const { truth, turns, log } = tools;
  return truth.onSignal((signal) => {
    if (signal.type === 'sessionOver') turns.session += 1;
    if (signal.type !== 'sessionRenewed') return;
    turns.session += 1;
    fireAndReport(renewAll(tools, turns.session), 'renewing the watches', log);
  });
}

async function renewAll(tools: RenewalTools, session: number): Promise<void> {
  const { truth, turns } = tools;
  const contactCentre = tools.contactCentre();
  if (contactCentre === null) return;
  for (const { agentId } of truth.watches) {
    if (session === turns.session) {
      await turns.take(agentId, () => renewWatch(tools, contactCentre, agentId, session));
    }
  }
}

/** Makes one watch again if it still has to be; to be called when it is this agent's turn. */
export async function renewWatch(
  { truth, turns, log, watchExposure: exposure }: RenewalTools,
  contactCentre: ContactCentre,
  agentId: string,
  session: number,
): Promise<void> {
  const wish = truth.watchOf(agentId);
  if (wish?.state !== 'renewing' || session !== turns.session) return;
  const { agreed, result } = await askForWatch({ contactCentre, exposure }, wish, { media: wish.media });
  if (session !== turns.session) return;
  const standing = truth.watchOf(agentId);
  if (standing === null) {
    // Given up while it was being made again. A one-chat watch may also have ended by its chat; then this is refused.
    await endWatch({ contactCentre, exposure }, agentId, agreed);
    return;
  }
  if (standing.state !== 'renewing') return;
  if (!result.ok) log.warn('a watch could not be made again', { agentId, code: result.error.code });
  truth.markWatch(agentId, agreed.length > 0 ? { state: 'active', media: agreed } : { state: 'lost' });
}

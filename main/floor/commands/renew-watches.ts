import type { Undo } from '../../base/clock';
import { fireAndReport } from '../../base/fire-and-report';
import type { ContactCentre } from '../contact-centre';
import type { CommandPorts } from './ports';

/**
 * Makes every standing watch again when a new server session took the place of a lost one: watches end with a session,
 * and nothing would look wrong while no chat arrives. One after the other, so that a server that has just come back is
 * not flooded. A renewal that is overtaken by another session stops; a watch given up meanwhile is stopped again.
 */
export function keepWatchesRenewed(ports: CommandPorts): Undo {
  let generation = 0;
  return ports.truth.onSignal((signal) => {
    if (signal.type === 'sessionOver') generation += 1;
    if (signal.type !== 'sessionRenewed') return;
    generation += 1;
    const own = generation;
    fireAndReport(
      renewAll(ports, () => own === generation),
      'renewing the watches',
      ports.log,
    );
  });
}

async function renewAll(ports: CommandPorts, isCurrent: () => boolean): Promise<void> {
  const contactCentre = ports.contactCentre();
  for (const { agentId } of ports.truth.watches) {
    if (contactCentre !== null && isCurrent()) await renew(ports, contactCentre, agentId, isCurrent);
  }
}

async function renew(
  { truth, log }: CommandPorts,
  contactCentre: ContactCentre,
  agentId: string,
  isCurrent: () => boolean,
): Promise<void> {
  const wish = truth.watchOf(agentId);
  if (wish?.state !== 'renewing') return;
  const result = await contactCentre.watch({ agentId, mode: wish.mode, scope: wish.scope });
  if (!isCurrent()) return;
  const standing = truth.watchOf(agentId);
  if (standing === null) {
    // Given up while it was being made again. A one-chat watch may also have ended by its chat; then this is refused.
    if (result.ok) await contactCentre.stopWatching({ agentId });
    return;
  }
  if (standing.state !== 'renewing') return;
  if (!result.ok) log.warn('a watch could not be made again', { agentId, code: result.error.code });
  truth.markWatch(agentId, result.ok ? 'active' : 'lost');
}

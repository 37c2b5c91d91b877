import type { Clock } from '../../base/clock';
import type { Random } from '../../base/random';
import type { CentreState } from '../contact-centre/centre-state';
import type { Chat } from '../contact-centre/model';
import { log } from '../contact-centre/notifying';
import { customerOf } from '../contact-centre/visibility';
import { leadAgentOf, fillNames } from './acting';
import type { Scenario } from './scenario';

/**
 * Writes the first messages of a chat that began before the server started, spread over the minutes since. Returns the number of steps
 * performed.
 */
export function backfillChat(
  { centre, clock, random }: { readonly centre: CentreState; readonly clock: Clock; readonly random: Random },
  chat: Chat,
  script: Scenario,
): number {
  const customer = customerOf(chat);
  const agent = leadAgentOf(chat);
  if (customer === null || agent === null) return 0;
  const person = centre.people.get(agent.userId ?? '');
  const firstTurn = script.beats.findIndex(({ does }) => !['customerSays', 'agentSays'].includes(does));
  const linesAllowed = firstTurn < 0 ? script.beats.length : firstTurn;
  const count = Math.min(linesAllowed, 1 + Math.floor(random() * 5));
  const began = chat.receivedAt + 25_000;
  const span = Math.max(0, clock.now() - began) * (0.75 + random() * 0.24);
  script.beats.slice(0, count).forEach((beat, position) => {
    if (beat.does !== 'customerSays' && beat.does !== 'agentSays') return;
    const from = beat.does === 'customerSays' ? customer : agent;
    const at = Math.round(began + (span * (position + 1)) / count);
    log(centre, chat, { type: 'Text', from, visibility: 'All', text: fillNames(beat.text, chat, person), at });
  });
  return count;
}

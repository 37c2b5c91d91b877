import { assertNever } from '../../base/assert-never';
import type { CentreState } from '../contact-centre/centre-state';
import { transfer } from '../contact-centre/handing-over';
import { complete, customerLeaves, placeInQueue } from '../contact-centre/leaving';
import type { Chat, Party, Person } from '../contact-centre/model';
import { customerSpeaks, customerTypes, speak, supportsTyping, typing } from '../contact-centre/speaking';
import { agentsIn } from '../contact-centre/visibility';
import { freeAgents } from './reflexes';
import type { ScenarioStep } from './scenario';

/** Returns the agent who talks to the customer now; not always the first one. */
export function leadAgentOf(chat: Chat): Party | null {
  return agentsIn(chat).find((party) => !party.isConsulted) ?? null;
}

/** Inserts the first names of the actual participants into a text. */
export function fillNames(text: string, chat: Chat, agent: Person | undefined): string {
  return text.replaceAll('{customer}', chat.customer.firstName).replaceAll('{agent}', agent?.firstName ?? '');
}

/** Shows the typing before a message; returns false if the step has none. */
export function startTyping(centre: CentreState, chat: Chat, beat: ScenarioStep): boolean {
  const agent = leadAgentOf(chat);
  if (!supportsTyping(chat)) return false;
  if (beat.does === 'customerSays' || beat.does === 'customerHesitates') customerTypes(centre, chat, true);
  else if (beat.does === 'agentSays' && agent !== null) typing(centre, chat, agent, 'All', true);
  else return false;
  return true;
}

/** Performs one step. The rules refuse whatever the chat's state does not allow, as for any client. */
export function performStep(centre: CentreState, chat: Chat, beat: ScenarioStep): void {
  const agent = leadAgentOf(chat);
  switch (beat.does) {
    case 'customerSays':
      customerTypes(centre, chat, false);
      customerSpeaks(centre, chat, fillNames(beat.text, chat, personOf(centre, agent)));
      return;
    case 'customerHesitates':
      customerTypes(centre, chat, false);
      return;
    case 'customerLeaves':
      customerLeaves(centre, chat);
      return;
    case 'agentSays':
    case 'agentWhispers':
      if (agent !== null) agentSpeaks(centre, chat, agent, beat);
      return;
    case 'agentCompletes':
      if (agent !== null) complete(centre, chat, agent);
      return;
    case 'queue':
      if (agent !== null) placeInQueue(centre, chat, agent, 'Payments');
      return;
    case 'transfer':
      if (agent !== null) handOn(centre, chat, agent);
      return;
    case 'pause':
      return;
    default:
      assertNever(beat, 'every beat of the repertoire can be played');
  }
}

function personOf(centre: CentreState, agent: Party | null): Person | undefined {
  return centre.people.get(agent?.userId ?? '');
}

type Line = Extract<ScenarioStep, { readonly text: string }>;

function agentSpeaks(centre: CentreState, chat: Chat, agent: Party, line: Line): void {
  const text = fillNames(line.text, chat, personOf(centre, agent));
  if (line.does === 'agentWhispers') {
    speak(centre, chat, agent, { operation: 'SendToAgents', audience: 'Agents', text });
    return;
  }
  typing(centre, chat, agent, 'All', false);
  speak(centre, chat, agent, { operation: 'SendMessage', audience: 'All', text });
}

function handOn(centre: CentreState, chat: Chat, agent: Party): void {
  const target = freeAgents(centre, chat.language).find((free) => free.id !== agent.userId);
  transfer(centre, chat, agent, target === undefined ? { queueName: 'Specialists' } : { person: target });
}

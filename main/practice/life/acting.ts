import type { Centre } from '../contact-centre/centre';
import { transfer } from '../contact-centre/handing-over';
import { complete, customerLeaves, placeInQueue } from '../contact-centre/leaving';
import type { Chat, Party, Person } from '../contact-centre/model';
import { customerSpeaks, customerTypes, speak, typing } from '../contact-centre/speaking';
import { agentsIn } from '../contact-centre/visibility';
import { freeAgents } from './reflexes';
import type { Beat } from './script';

/** The agent who talks to the customer now; it may be another one than when the chat began. */
export function leadAgentOf(chat: Chat): Party | null {
  return agentsIn(chat).find((party) => !party.isConsulted) ?? null;
}

/** Puts the first names of those who are really there into a line. */
export function spoken(text: string, chat: Chat, agent: Person | undefined): string {
  return text.replaceAll('{customer}', chat.customer.firstName).replaceAll('{agent}', agent?.firstName ?? '');
}

/** Shows the typing that precedes a line; true when there is any to show. */
export function startTyping(centre: Centre, chat: Chat, beat: Beat): boolean {
  const agent = leadAgentOf(chat);
  if (beat.does === 'customerSays' || beat.does === 'customerHesitates') customerTypes(centre, chat, true);
  else if (beat.does === 'agentSays' && agent !== null) typing(centre, chat, agent, 'All', true);
  else return false;
  return true;
}

/** Carries one beat out. Whatever the chat's state no longer allows is simply refused by the rules, as it would be for anyone. */
export function act(centre: Centre, chat: Chat, beat: Beat): void {
  const agent = leadAgentOf(chat);
  const person = agent?.userId === undefined || agent.userId === null ? undefined : centre.people.get(agent.userId);
  switch (beat.does) {
    case 'customerSays':
      customerTypes(centre, chat, false);
      customerSpeaks(centre, chat, spoken(beat.text, chat, person));
      return;
    case 'customerHesitates':
      customerTypes(centre, chat, false);
      return;
    case 'customerLeaves':
      customerLeaves(centre, chat);
      return;
    case 'pause':
      return;
    default:
      if (agent !== null) actAsAgent(centre, chat, agent, { beat, person });
  }
}

type AgentBeat = Exclude<
  Beat,
  { does: 'customerSays' | 'pause' | 'customerHesitates' | 'customerLeaves' }
>;

function actAsAgent(
  centre: Centre,
  chat: Chat,
  agent: Party,
  turn: { readonly beat: Beat; readonly person: Person | undefined },
): void {
  const beat = turn.beat as AgentBeat;
  switch (beat.does) {
    case 'agentSays': {
      typing(centre, chat, agent, 'All', false);
      const text = spoken(beat.text, chat, turn.person);
      speak(centre, chat, agent, { operation: 'SendMessage', audience: 'All', text });
      return;
    }
    case 'agentWhispers': {
      const text = spoken(beat.text, chat, turn.person);
      speak(centre, chat, agent, { operation: 'SendToAgents', audience: 'Agents', text });
      return;
    }
    case 'agentCompletes':
      complete(centre, chat, agent);
      return;
    case 'queue':
      placeInQueue(centre, chat, agent, 'Payments');
      return;
    case 'transfer': {
      const target = freeAgents(centre, chat.language).find((free) => free.id !== agent.userId);
      transfer(centre, chat, agent, target === undefined ? { queueName: 'Specialists' } : { person: target });
    }
  }
}

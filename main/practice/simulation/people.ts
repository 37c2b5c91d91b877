import type { Random } from '../../base/random';
import type { Ids } from '../chance/ids';
import { pick } from '../chance/seeded-random';
import type { AgentState, Person } from '../contact-centre/model';
import { agentStates } from '../contact-centre/presence';
import type { Persona } from './cast';
import { agentCast, extraFirstNames, extraLastNames, supervisorCast } from './cast';

const PASSWORD = 'practice';

/** Creates two supervisors and the given number of agents; the first agent is always Ana Ruiz. */
export function createPeople(agentCount: number, ids: Ids, random: Random): Person[] {
  const supervisors = supervisorCast.map((member, position) =>
    hire(member, position, ids, { isSupervisor: true, state: agentStates.ready }),
  );
  const agents = Array.from({ length: agentCount }, (_, position) => {
    const member = agentCast[position] ?? improvise(position, random);
    const isFirst = position === 0;
    return hire(member, position, ids, { isSupervisor: false, state: isFirst ? agentStates.ready : stateFor(random) });
  });
  return [...supervisors, ...agents];
}

type Presence = AgentState | 'loggedOut';

/** Roughly the states on a weekday morning. */
function stateFor(random: Random): Presence {
  const chance = random();
  if (chance < 0.74) return agentStates.ready;
  if (chance < 0.8) return agentStates.lunch;
  if (chance < 0.84) return agentStates.training;
  if (chance < 0.88) return agentStates.wrapUp;
  return chance < 0.92 ? agentStates.notReady : 'loggedOut';
}

function hire(
  member: Persona,
  position: number,
  ids: Ids,
  role: { readonly isSupervisor: boolean; readonly state?: Presence },
): Person {
  const state = role.state ?? 'loggedOut';
  const number = (role.isSupervisor ? 100 : 3000) + position + 1;
  return {
    id: ids.userId(),
    userName: member.userName,
    password: PASSWORD,
    firstName: member.firstName,
    lastName: member.lastName,
    employeeId: `E${String(number)}`,
    phone: String(number),
    isSupervisor: role.isSupervisor,
    team: member.team,
    skills: member.skills,
    languages: member.languages,
    isLoggedIn: state !== 'loggedOut',
    chatState: state === 'loggedOut' ? agentStates.notReady : state,
    smsState: state === 'loggedOut' ? agentStates.notReady : state,
  };
}

function improvise(position: number, random: Random): Persona {
  const firstName = pick(random, extraFirstNames);
  const lastName = pick(random, extraLastNames);
  const { team, skills, languages } = pick(random, agentCast);
  const plain = `${firstName}.${lastName}`
    .normalize('NFD')
    .replace(/[^a-zA-Z.]/g, '')
    .toLowerCase();
  return { userName: `${plain}${String(position + 1)}`, firstName, lastName, team, skills, languages };
}

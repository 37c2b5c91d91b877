import type { AgentState, Medium, Person } from '../contact-centre/model';
import { agentStates } from '../contact-centre/presence';
import type { WireFormat } from './wire-format';
import { reference } from './wire-format';
import { featuresOf } from './features';
import { mediaOffered, wireMedia } from './media';

function rolesOf(person: Person): string[] {
  return person.isSupervisor ? ['ROLE_SUPERVISOR', 'ROLE_AGENT'] : ['ROLE_AGENT'];
}

export function userJson(dialect: WireFormat, person: Person): Record<string, unknown> {
  return {
    id: person.id,
    userName: person.userName,
    firstName: person.firstName,
    lastName: person.lastName,
    emailAddress: `${person.userName}@practice.example`,
    roles: rolesOf(person),
    enabled: true,
    changePasswordOnFirstLogin: false,
    ...reference(dialect, `/users/${person.id}`),
  };
}

function stateOf(person: Person, medium: Medium): AgentState {
  return medium === 'sms' ? person.smsState : person.chatState;
}

export function channelsJson(dialect: WireFormat, person: Person): Record<string, unknown>[] {
  return mediaOffered(dialect.quirks).map((medium) => ({
    channel: wireMedia[medium].channel,
    userState: person.isLoggedIn ? stateOf(person, medium) : agentStates.loggedOut,
  }));
}

/** Presence is absent for a user who is signed out. */
export function contactJson(dialect: WireFormat, person: Person, chatCount: number): Record<string, unknown> {
  const availability = {
    channels: mediaOffered(dialect.quirks).map((medium) => ({
      channel: wireMedia[medium].channel,
      available: stateOf(person, medium).state === 'Ready',
      phoneNumber: person.phone,
      userActivity: chatCount > 0 ? 'Busy' : 'Idle',
      userState: stateOf(person, medium),
    })),
  };
  return {
    id: person.id,
    name: person.userName,
    type: 'User',
    userName: person.userName,
    firstName: person.firstName,
    lastName: person.lastName,
    employeeId: person.employeeId,
    emailAddress: `${person.userName}@practice.example`,
    phoneNumbers: [{ phoneNumber: person.phone, description: 'Office', switchName: 'SIP_Switch' }],
    ...(person.isLoggedIn ? { availability } : {}),
    businessUnits: [person.team],
    skills: person.skills,
    roles: rolesOf(person),
    ...reference(dialect, `/contacts/${person.id}`),
  };
}

export function skillsJson(dialect: WireFormat, person: Person): Record<string, unknown>[] {
  return person.skills.map((name, position) => {
    const id = `${person.id.slice(0, 8)}-${String(position + 1)}`;
    return { id, name, level: 5 + (position % 5), ...reference(dialect, `/skills/${id}`) };
  });
}

export function devicesJson(dialect: WireFormat, person: Person): Record<string, unknown>[] {
  const id = `${person.id.slice(0, 8)}-${person.phone}`;
  return [
    {
      id,
      deviceState: 'Active',
      userState: person.chatState,
      phoneNumber: person.phone,
      doNotDisturb: 'Off',
      ...reference(dialect, `/devices/${id}`),
    },
  ];
}

export function featuresJson(dialect: WireFormat, person: Person): Record<string, unknown>[] {
  return featuresOf(person).map(({ id, displayName }) => ({
    id,
    displayName,
    description: displayName,
    ...reference(dialect, `/features/${id}`),
  }));
}

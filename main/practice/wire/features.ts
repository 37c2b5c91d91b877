import type { Person } from '../contact-centre/model';

interface Feature {
  readonly id: string;
  readonly displayName: string;
}

const forAgents: readonly Feature[] = [
  { id: 'api-multimedia', displayName: 'API for Multimedia' },
  { id: 'api-multimedia-chat', displayName: 'API for Chat' },
  { id: 'api-provisioning-read', displayName: 'API for Reading the Provisioning' },
];

const forSupervisors: readonly Feature[] = [
  { id: 'api-supervisor-monitoring', displayName: 'API for Supervisors to Monitor Agents' },
  { id: 'api-supervisor-agent-control', displayName: 'API for Supervisors to Control Agent State' },
  { id: 'ui-supervisor-reporting', displayName: 'Supervisor Reporting' },
];

export function featuresOf(person: Person): readonly Feature[] {
  return person.isSupervisor ? [...forAgents, ...forSupervisors] : forAgents;
}

/** Sections of string keys and values, as on the real server. */
export function settingsOf(person: Person): Record<string, Record<string, string>> {
  const lead = String(person.isSupervisor);
  return {
    htcc: { roles: person.isSupervisor ? 'supervisor,agent' : 'agent' },
    'interaction-workspace': {
      'privilege.teamlead.can-use': lead,
      'privilege.teamlead.can-monitor-chat': lead,
      'teamlead.monitoring-scope': 'call',
      'privilege.chat.can-use': 'true',
      'privilege.chat.can-consult': 'true',
      'privilege.chat.can-one-step-transfer': 'true',
      'privilege.chat.can-one-step-conference': 'true',
      'chat.nickname': '$Agent.UserName$',
      'chat.typing-is-enabled': 'true',
      'chat.typing-timeout': '10',
      'chat.agent.text-color': '#385078',
      'chat.client.text-color': '#166FFF',
      'chat.system.text-color': '#8C8C8C',
    },
    system: { 'cometd.timeout': '60000' },
  };
}

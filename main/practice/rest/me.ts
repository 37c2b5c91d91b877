import type { Answer } from '../contact-centre/answer';
import { accepted, missing, refuse, StatusCode, unknownResource } from '../contact-centre/answer';
import { agentStates, logIn, setChatState, signOff } from '../contact-centre/presence';
import { chatJson } from '../wire/chat-json';
import { reference } from '../wire/dialect';
import { settingsOf } from '../wire/features';
import { channelsJson, devicesJson, featuresJson, skillsJson, userJson } from '../wire/person-json';
import type { Call, Resource } from './call';
import { listed, operate } from './call';

function embeddedChats(call: Call): Record<string, unknown>[] {
  const mine = call.centre.chatsOf(call.person.id);
  return mine.map(({ chat, party }) => chatJson(call.dialect, chat, party, { isEmbedded: true }));
}

const subresources: Readonly<Record<string, (call: Call) => unknown>> = {
  chats: embeddedChats,
  channels: (call) => channelsJson(call.person),
  settings: (call) => settingsOf(call.person),
  features: (call) => featuresJson(call.dialect, call.person),
  skills: (call) => skillsJson(call.dialect, call.person),
  devices: (call) => devicesJson(call.dialect, call.person),
};

export function readMe(call: Call): Answer {
  const asked = (call.query.get('subresources') ?? '').split(',');
  const names = Object.keys(subresources).filter((name) => asked.includes('*') || asked.includes(name));
  const embedded = Object.fromEntries(names.map((name) => [name, subresources[name]?.(call)]));
  return { statusCode: 0, user: { ...userJson(call.dialect, call.person), ...embedded } };
}

/** One part alone, e.g. `GET /me/channels?fields=*`. */
export const readMyPart =
  (name: 'channels' | 'features' | 'skills' | 'devices'): Resource =>
  (call) => {
    const items = subresources[name]?.(call) as Record<string, unknown>[];
    return name === 'channels' ? { statusCode: 0, channels: items } : listed(call, name, items);
  };

export function readMySettings(call: Call): Answer {
  return { statusCode: 0, settings: settingsOf(call.person) };
}

const PLAYED_CHANNELS = ['chat'];

/** Channels this floor does not play fail one by one, which makes the answer a partial one. */
function startSession(call: Call): Answer {
  const channels = call.parameters.texts('channels');
  if (channels === null || channels.length === 0) return missing('channels');
  const failed = channels.filter((channel) => !PLAYED_CHANNELS.includes(channel));
  if (failed.length === channels.length) return refuse(StatusCode.invalidInState, 'Channel is not available');
  call.session.isAtWork = true;
  logIn(call.centre, call.person);
  if (failed.length === 0) return accepted;
  const results = channels.map((channel) =>
    failed.includes(channel)
      ? { channel, ...refuse(StatusCode.invalidInState, 'Channel is not available') }
      : { channel, ...accepted },
  );
  return { ...refuse(StatusCode.partialSuccess, 'Some channels could not be activated'), channels: results };
}

/** The HTTP session goes with it: the next request is a stranger's. */
function endSession(call: Call): Answer {
  signOff(call.centre, call.person);
  call.sessions.end(call.session);
  return accepted;
}

export function operateOnMe(call: Call): Answer {
  return operate(call, {
    StartContactCenterSession: startSession,
    EndContactCenterSession: endSession,
    Ready: ({ centre, person }) => setChatState(centre, person, agentStates.ready),
    NotReady: ({ centre, person }) => setChatState(centre, person, agentStates.notReady),
  });
}

export function operateOnMyChannel(call: Call): Answer {
  if (call.ids[0] !== 'chat') return unknownResource(`channel ${call.ids[0] ?? ''}`);
  return operate(call, {
    Ready: ({ centre, person }) => setChatState(centre, person, agentStates.ready),
    NotReady: ({ centre, person }) => setChatState(centre, person, agentStates.notReady),
    Lunch: ({ centre, person }) => setChatState(centre, person, agentStates.lunch),
  });
}

export function readAgentStates(call: Call): Answer {
  const states = Object.values(agentStates).map((state) => ({
    ...state,
    ...reference(call.dialect, `/settings/agent-states/${state.id}`),
  }));
  return { statusCode: 0, 'agent-states': states };
}

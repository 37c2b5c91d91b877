import type { Answer } from '../contact-centre/operation-result';
import { accepted, missing, refuse, StatusCode, unknownResource } from '../contact-centre/operation-result';
import type { Medium } from '../contact-centre/model';
import { logIn, setState, signOff, stateOperations } from '../contact-centre/presence';
import { chatJson } from '../wire/chat-json';
import { reference } from '../wire/wire-format';
import { settingsOf } from '../wire/features';
import { mediaOffered, wireMedia } from '../wire/media';
import { channelsJson, devicesJson, featuresJson, skillsJson, userJson } from '../wire/person-json';
import type { ResourceCall, Resource } from './resource-call';
import { listed, operate } from './resource-call';

const embeddedSessions =
  (medium: Medium) =>
  (call: ResourceCall): Record<string, unknown>[] => {
    const mine = call.centre.chatsOf(call.person.id).filter(({ chat }) => chat.medium === medium);
    return mine.map(({ chat, party }) => chatJson(call.dialect, chat, party, { isEmbedded: true }));
  };

const subresources: Readonly<Record<string, (call: ResourceCall) => unknown>> = {
  chats: embeddedSessions('chat'),
  smssessions: embeddedSessions('sms'),
  channels: (call) => channelsJson(call.dialect, call.person),
  settings: (call) => settingsOf(call.person),
  features: (call) => featuresJson(call.dialect, call.person),
  skills: (call) => skillsJson(call.dialect, call.person),
  devices: (call) => devicesJson(call.dialect, call.person),
};

export function readMe(call: ResourceCall): Answer {
  const asked = (call.query.get('subresources') ?? '').split(',');
  const isServed = (name: string): boolean => name !== wireMedia.sms.resource || playedMedia(call).includes('sms');
  const names = Object.keys(subresources).filter(
    (name) => isServed(name) && (asked.includes('*') || asked.includes(name)),
  );
  const embedded = Object.fromEntries(names.map((name) => [name, subresources[name]?.(call)]));
  return { statusCode: 0, user: { ...userJson(call.dialect, call.person), ...embedded } };
}

/** Returns one part alone, e.g. `GET /me/channels?fields=*`. */
export const readMyPart =
  (name: 'channels' | 'features' | 'skills' | 'devices'): Resource =>
  (call) => {
    const items = subresources[name]?.(call) as Record<string, unknown>[];
    return name === 'channels' ? { statusCode: 0, channels: items } : listed(call, name, items);
  };

export function readMySettings(call: ResourceCall): Answer {
  return { statusCode: 0, settings: settingsOf(call.person) };
}

function playedMedia(call: ResourceCall): readonly Medium[] {
  return mediaOffered(call.dialect.quirks);
}

/** Unsupported channels fail one by one, which makes the response a partial failure. */
function startSession(call: ResourceCall): Answer {
  const channels = call.parameters.texts('channels');
  if (channels === null || channels.length === 0) return missing('channels');
  const media = playedMedia(call).filter((medium) => channels.includes(wireMedia[medium].channel));
  const failed = channels.filter((channel) => !media.some((medium) => wireMedia[medium].channel === channel));
  if (failed.length === channels.length) return refuse(StatusCode.invalidInState, 'Channel is not available');
  call.session.isAtWork = true;
  logIn(call.centre, call.person, media);
  if (failed.length === 0) return accepted;
  const results = channels.map((channel) =>
    failed.includes(channel)
      ? { channel, ...refuse(StatusCode.invalidInState, 'Channel is not available') }
      : { channel, ...accepted },
  );
  return { ...refuse(StatusCode.partialSuccess, 'Some channels could not be activated'), channels: results };
}

/** Ends the HTTP session too: the next request is unauthenticated. */
function endSession(call: ResourceCall): Answer {
  signOff(call.centre, call.person);
  call.sessions.end(call.session);
  return accepted;
}

/** Every state is an operation of its own. */
function taking(media: readonly Medium[], names: readonly string[]): Readonly<Record<string, Resource>> {
  const operations = Object.entries(stateOperations).filter(([name]) => names.includes(name));
  return Object.fromEntries(
    operations.map(([name, state]) => [
      name,
      ({ centre, person }: ResourceCall) => setState(centre, person, media, state),
    ]),
  );
}

export function operateOnMe(call: ResourceCall): Answer {
  return operate(call, {
    StartContactCenterSession: startSession,
    EndContactCenterSession: endSession,
    ...taking(playedMedia(call), ['Ready', 'NotReady']),
  });
}

export function operateOnMyChannel(call: ResourceCall): Answer {
  const medium = playedMedia(call).find((one) => wireMedia[one].channel === call.ids[0]);
  if (medium === undefined) return unknownResource(`channel ${call.ids[0] ?? ''}`);
  return operate(call, taking([medium], Object.keys(stateOperations)));
}

export function readAgentStates(call: ResourceCall): Answer {
  const states = Object.entries(stateOperations).map(([operationName, state]) => ({
    ...state,
    operationName,
    ...reference(call.dialect, `/settings/agent-states/${state.id}`),
  }));
  return { statusCode: 0, 'agent-states': states };
}

import type { NotReadyReason } from '../../../preload/contract';
import type { FloorEvent, OwnChannelUpdate } from '../../floor/events';
import { mediumOfChannel } from '../media';
import type { WireAgentState, WireOwnChannel } from '../wire/channel';
import { presenceFromWire } from './presence-word';

export function translateOwnChannels(channels: readonly WireOwnChannel[]): readonly FloorEvent[] {
  const read = toOwnChannels(channels);
  return read.length === 0 ? [] : [{ type: 'ownChannelsUpdated', channels: read }];
}

/** Maps the own channels; those without chats (voice, e-mail) are dropped. */
export function toOwnChannels(channels: readonly WireOwnChannel[]): readonly OwnChannelUpdate[] {
  return channels.flatMap(({ channel, userState }) => {
    const medium = mediumOfChannel(channel);
    if (medium === null) return [];
    const state = presenceFromWire(userState?.state);
    return [{ medium, state, text: userState?.displayName ?? null, stateId: userState?.id ?? null }];
  });
}

/** The plain not-ready state is a choice of its own, not a reason. */
export function toNotReadyReasons(states: readonly WireAgentState[]): readonly NotReadyReason[] {
  return states.flatMap(({ id, displayName, state, operationName }) =>
    state === 'NotReady' && operationName !== 'NotReady' ? [{ id, label: displayName ?? operationName }] : [],
  );
}

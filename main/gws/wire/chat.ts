import { z } from 'zod';
import type { Medium } from '../../../preload/contract';
import { lastSegment } from './resource-path';
import { parseOrNull, maybeAnything, maybeList, maybeString, maybeStrings } from './tolerant';

const wireParticipant = z
  .object({
    nickname: maybeString,
    type: maybeString,
    participantId: maybeString,
    id: maybeString,
    uri: maybeString,
    path: maybeString,
    visibility: maybeString,
  })
  .transform((participant, context) => {
    const userId = lastSegment(participant.path) ?? lastSegment(participant.uri);
    const participantId = participant.participantId ?? participant.id ?? userId;
    if (participantId === null || participantId === '') {
      context.addIssue({ code: 'custom', message: 'a participant needs something to know it by' });
      return z.NEVER;
    }
    return {
      participantId,
      userId,
      nickname: participant.nickname ?? '',
      type: participant.type,
      visibility: participant.visibility,
    };
  });

export type WireParticipant = z.output<typeof wireParticipant>;

const wireChat = z
  .object({
    id: maybeString,
    path: maybeString,
    uri: maybeString,
    state: maybeString,
    capabilities: maybeStrings,
    participants: maybeList,
    userData: maybeAnything,
    receivedDate: maybeAnything,
  })
  .transform((chat, context) => {
    const id = chat.id ?? lastSegment(chat.path) ?? lastSegment(chat.uri);
    if (id === null || id === '') {
      context.addIssue({ code: 'custom', message: 'a chat needs an id' });
      return z.NEVER;
    }
    return { ...chat, id };
  });

export type WireChat = z.output<typeof wireChat> & { readonly medium: Medium };

export function decodeParticipant(value: unknown): WireParticipant | null {
  return parseOrNull(wireParticipant, value);
}

/** Decodes a session. The medium is a parameter because it is not part of the session. */
export function decodeChat(value: unknown, medium: Medium): WireChat | null {
  const chat = parseOrNull(wireChat, value);
  return chat === null ? null : { ...chat, medium };
}

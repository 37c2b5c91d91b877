import { z } from 'zod';
import { lastSegment } from './resource-path';
import { ownField } from '../../base/record';
import { parseOrNull, maybeAnything, maybeList, maybeString, maybeWholeNumber } from './tolerant';

const channelPresence = z.object({
  channel: maybeString,
  userState: z
    .object({ state: maybeString, displayName: maybeString })
    .optional()
    .catch(() => undefined),
});

export type WireChannelPresence = z.output<typeof channelPresence>;

const contact = z
  .object({
    id: maybeString,
    path: maybeString,
    uri: maybeString,
    type: maybeString,
    userName: maybeString,
    name: maybeString,
    firstName: maybeString,
    lastName: maybeString,
    employeeId: maybeString,
    availability: maybeAnything,
    businessUnits: maybeList,
    groups: maybeList,
    skills: maybeList,
  })
  .transform((fields, context) => {
    const id = fields.id ?? lastSegment(fields.path) ?? lastSegment(fields.uri);
    if (id === null || id === '') {
      context.addIssue({ code: 'custom', message: 'a contact needs an id' });
      return z.NEVER;
    }
    return { ...fields, id, channels: decodeChannels(fields.availability) };
  });

export type WireContact = z.output<typeof contact>;

export function decodeContact(value: unknown): WireContact | null {
  return parseOrNull(contact, value);
}

/** Returns `null` without an availability, which means that the person is signed out. */
function decodeChannels(availability: unknown): readonly WireChannelPresence[] | null {
  const channels = ownField(availability, 'channels');
  if (!Array.isArray(channels)) return null;
  return channels.flatMap((item) => {
    const presence = parseOrNull(channelPresence, item);
    return presence === null ? [] : [presence];
  });
}

/** One page of the directory. */
export interface WireContactPage {
  readonly contacts: readonly unknown[];
  readonly totalCount: number | null;
}

const page = z.object({ contacts: z.array(z.unknown()), totalCount: maybeWholeNumber });

export function decodeContactPage(body: unknown): WireContactPage | null {
  const found = parseOrNull(page, body);
  return found === null ? null : { contacts: found.contacts, totalCount: found.totalCount ?? null };
}

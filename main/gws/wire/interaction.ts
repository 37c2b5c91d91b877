import { z } from 'zod';
import { lastSegment } from './resource-path';
import { parseOrNull, maybeAnything, maybeString } from './tolerant';

const owner = z.object({ userName: maybeString, firstName: maybeString, lastName: maybeString });

const interaction = z
  .object({
    id: maybeString,
    path: maybeString,
    uri: maybeString,
    mediaType: maybeString,
    typeId: maybeString,
    state: maybeString,
    startDate: maybeAnything,
    endDate: maybeAnything,
    subject: maybeString,
    ownerInformation: owner.optional().catch(() => undefined),
  })
  .transform((fields, context) => {
    const id = fields.id ?? lastSegment(fields.path) ?? lastSegment(fields.uri);
    if (id === null || id === '') {
      context.addIssue({ code: 'custom', message: 'an interaction needs an id' });
      return z.NEVER;
    }
    return { ...fields, id };
  });

export type WireInteraction = z.output<typeof interaction>;

/** Decodes an interaction of a contact's history. */
export function decodeInteraction(value: unknown): WireInteraction | null {
  return parseOrNull(interaction, value);
}

import { z } from 'zod';

/** Text written by a person; may be blank. Absent, null or another type: not sent. */
export const maybeText = z
  .string()
  .optional()
  .catch(() => undefined);

/** A name, a state, an address. Absent, null, blank or another type: not sent. */
export const maybeString = z
  .string()
  .refine((text) => text.trim() !== '')
  .optional()
  .catch(() => undefined);

/** A whole number, also as a quoted string. */
export const wholeNumber = z.union([
  z.number().int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

export const maybeWholeNumber = wholeNumber.optional().catch(() => undefined);

/** A list of strings. Other items are dropped; another type counts as not sent. */
export const maybeStrings = z
  .array(z.unknown())
  .transform((items) => items.filter((item) => typeof item === 'string'))
  .optional()
  .catch(() => undefined);

/** Any value, also absent; checked later. */
export const maybeAnything = z.unknown().optional();

/** A list whose items are checked one by one, so that a bad item does not affect the others. */
export const maybeList = z
  .array(z.unknown())
  .optional()
  .catch(() => undefined);

/**
 * Returns the parsed value, or `null` if it does not fit. A length check runs on any value with a `length`; an
 * object that cannot be converted to a number makes the library throw. That also returns `null`.
 */
export function parseOrNull<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | null {
  try {
    const result = schema.safeParse(value);
    return result.success ? result.data : null;
  } catch {
    // The value does not fit the schema.
    return null;
  }
}

import { z } from 'zod';

/** What someone wrote; it may be blank. Absent, null and of another type mean: not said. */
export const maybeText = z
  .string()
  .optional()
  .catch(() => undefined);

/** A name, a state, an address. Absent, null, blank and of another type all mean: not said. */
export const maybeString = z
  .string()
  .refine((text) => text.trim() !== '')
  .optional()
  .catch(() => undefined);

/** A whole number, also where the server quoted it. */
export const wholeNumber = z.union([
  z.number().int().nonnegative(),
  z
    .string()
    .regex(/^\d{1,15}$/)
    .transform(Number),
]);

export const maybeWholeNumber = wholeNumber.optional().catch(() => undefined);

/** A list of strings; what is no string is left out, what is no list is not said. */
export const maybeStrings = z
  .array(z.unknown())
  .transform((items) => items.filter((item) => typeof item === 'string'))
  .optional()
  .catch(() => undefined);

/** Whatever it is, looked at later; absent is fine too. */
export const maybeAnything = z.unknown().optional();

/** A list whose items are looked at one by one later, so that one bad item does not cost the others. */
export const maybeList = z
  .array(z.unknown())
  .optional()
  .catch(() => undefined);

/** A thing with named fields, and not a list. */
export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The field of that name if the value itself has it: never one inherited from a prototype. */
export function ownField(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

/**
 * The value as the schema reads it, or `null` where it does not fit. A length check runs on whatever has a `length`, so
 * an object whose parts cannot become numbers makes the library throw instead of refuse; here that is a refusal too.
 */
export function parseOrNull<Schema extends z.ZodType>(schema: Schema, value: unknown): z.output<Schema> | null {
  try {
    const result = schema.safeParse(value);
    return result.success ? result.data : null;
  } catch {
    // Whatever it was, it is not what the schema describes.
    return null;
  }
}

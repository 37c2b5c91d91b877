import { z } from 'zod';

export interface Salvaged {
  readonly value: unknown;
  /** Something that was stored could not be used here. It stays in the file; see `overlay`. */
  readonly isSpoilt: boolean;
}

/**
 * Takes what is good from a stored value, as deep as the schema goes: one bad field of an object costs that field, one bad item
 * of a list that item. What is missing or bad is taken from `fallback`; keys the schema does not name are passed over.
 */
export function salvage(schema: z.ZodType, stored: unknown, fallback: unknown): Salvaged {
  if (stored === undefined) return { value: fallback, isSpoilt: false };
  const parsed = schema.safeParse(stored);
  if (parsed.success) return { value: parsed.data, isSpoilt: false };
  if (schema instanceof z.ZodObject && isRecord(stored)) return salvageObject(schema, stored, fallback);
  if (schema instanceof z.ZodArray && Array.isArray(stored)) return salvageList(schema, stored, fallback);
  if (schema instanceof z.ZodRecord && isRecord(stored)) return salvageRecord(schema, stored, fallback);
  return { value: fallback, isSpoilt: true };
}

function salvageObject(schema: z.ZodObject, stored: Readonly<Record<string, unknown>>, fallback: unknown): Salvaged {
  const value: Record<string, unknown> = {};
  let isSpoilt = false;
  for (const [name, field] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    const one = salvage(field, own(stored, name), own(fallback, name));
    isSpoilt ||= one.isSpoilt;
    if (one.value !== undefined) value[name] = one.value;
  }
  return whole(schema, value, isSpoilt, fallback);
}

function salvageList(schema: z.ZodArray, stored: readonly unknown[], fallback: unknown): Salvaged {
  const { element } = schema as z.ZodArray<z.ZodType>;
  const items = stored.flatMap((item) => {
    const { value } = salvage(element, item, undefined);
    return element.safeParse(value).success ? [value] : [];
  });
  return whole(schema, items, items.length < stored.length, fallback);
}

function salvageRecord(schema: z.ZodRecord, stored: Readonly<Record<string, unknown>>, fallback: unknown): Salvaged {
  const entries = Object.entries(stored).filter(([name, value]) => schema.safeParse({ [name]: value }).success);
  const value = Object.fromEntries(entries);
  return whole(schema, value, entries.length < Object.keys(stored).length, fallback);
}

/** Bounds of the whole (so many items at most) hold for what was put together, too. */
function whole(schema: z.ZodType, value: unknown, isSpoilt: boolean, fallback: unknown): Salvaged {
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data, isSpoilt } : { value: fallback, isSpoilt: true };
}

/**
 * What to store after a change: the new value, and beside it everything in the stored one that this version could not read,
 * from a newer or an older one. What was not changed since it was read stays as it was stored, to the letter.
 */
export function overlay(stored: unknown, read: unknown, now: unknown): unknown {
  if (stored === undefined) return now;
  if (isSame(read, now)) return stored;
  if (isRecord(stored) && isRecord(now)) return overlayRecord(stored, read, now);
  if (Array.isArray(stored) && Array.isArray(now)) return overlayList(stored, Array.isArray(read) ? read : [], now);
  return now;
}

function overlayRecord(
  stored: Readonly<Record<string, unknown>>,
  read: unknown,
  now: Readonly<Record<string, unknown>>,
): unknown {
  const isKept = (name: string): boolean => !Object.hasOwn(now, name) && own(read, name) === undefined;
  const kept = Object.entries(stored).filter(([name]) => isKept(name));
  const current = Object.entries(now).map(([name, value]) => [
    name,
    overlay(own(stored, name), own(read, name), value),
  ]);
  return Object.fromEntries([...kept, ...current]) as unknown;
}

/** Items are known again by their id, where they have one. What could not be read stands behind what could. */
function overlayList(stored: readonly unknown[], read: readonly unknown[], now: readonly unknown[]): unknown {
  const byId = (items: readonly unknown[]): ReadonlyMap<string, unknown> =>
    new Map(items.flatMap((item) => (idOf(item) === null ? [] : [[idOf(item) ?? '', item] as const])));
  const [storedById, readById] = [byId(stored), byId(read)];
  const current = now.map((item) => {
    const id = idOf(item);
    return id === null ? item : overlay(storedById.get(id), readById.get(id), item);
  });
  const wasRead = (item: unknown): boolean => {
    const id = idOf(item);
    return id === null ? read.some((one) => isSame(one, item)) : readById.has(id);
  };
  return [...current, ...stored.filter((item) => !wasRead(item))];
}

function idOf(item: unknown): string | null {
  const id = own(item, 'id') ?? own(item, 'chatId');
  return typeof id === 'string' ? id : null;
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function own(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

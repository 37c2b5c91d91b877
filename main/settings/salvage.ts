import { z } from 'zod';
import { isRecord, ownField } from '../base/record';

export interface Salvaged {
  readonly value: unknown;
  /** Whether a stored part was invalid. It stays in the file; see `overlay`. */
  readonly isInvalid: boolean;
}

/**
 * Returns the valid parts of a stored value, at any depth: a bad field costs that field, a bad item that item. Missing
 * and bad parts come from `fallback`; unknown keys are ignored.
 */
export function salvage(schema: z.ZodType, stored: unknown, fallback: unknown): Salvaged {
  if (stored === undefined) return { value: fallback, isInvalid: false };
  const parsed = schema.safeParse(stored);
  if (parsed.success) return { value: parsed.data, isInvalid: false };
  if (schema instanceof z.ZodObject && isRecord(stored)) return salvageObject(schema, stored, fallback);
  if (schema instanceof z.ZodArray && Array.isArray(stored)) return salvageList(schema, stored, fallback);
  if (schema instanceof z.ZodRecord && isRecord(stored)) return salvageRecord(schema, stored, fallback);
  return { value: fallback, isInvalid: true };
}

function salvageObject(schema: z.ZodObject, stored: Readonly<Record<string, unknown>>, fallback: unknown): Salvaged {
  const value: Record<string, unknown> = {};
  let isInvalid = false;
  for (const [name, field] of Object.entries(schema.shape) as [string, z.ZodType][]) {
    const one = salvage(field, ownField(stored, name), ownField(fallback, name));
    isInvalid ||= one.isInvalid;
    if (one.value !== undefined) value[name] = one.value;
  }
  return whole(schema, value, isInvalid, fallback);
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

/** Applies the limits of the whole, such as the number of items, to the combined value as well. */
function whole(schema: z.ZodType, value: unknown, isInvalid: boolean, fallback: unknown): Salvaged {
  const parsed = schema.safeParse(value);
  return parsed.success ? { value: parsed.data, isInvalid } : { value: fallback, isInvalid: true };
}

/**
 * Returns what to store after a change: the new value, plus everything stored that this version could not read. Values
 * that did not change since they were read stay exactly as stored.
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
  const isKept = (name: string): boolean => !Object.hasOwn(now, name) && ownField(read, name) === undefined;
  const kept = Object.entries(stored).filter(([name]) => isKept(name));
  const current = Object.entries(now).map(([name, value]) => [
    name,
    overlay(ownField(stored, name), ownField(read, name), value),
  ]);
  return Object.fromEntries([...kept, ...current]) as unknown;
}

/** Matches items by their id, if they have one. Unreadable items follow the readable ones. */
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
  const id = ownField(item, 'id') ?? ownField(item, 'chatId');
  return typeof id === 'string' ? id : null;
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

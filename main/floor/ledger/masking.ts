import type { CustomerField, TranscriptEntry } from '../../../preload/contract';
import { maskNumbers } from '../masked-numbers';

const masked = new WeakMap<TranscriptEntry, TranscriptEntry>();
const maskedLists = new WeakMap<readonly TranscriptEntry[], readonly TranscriptEntry[]>();

/** Masks card and account numbers in messages. The same messages give the same result, so windows get only new ones. */
export function maskEntries(entries: readonly TranscriptEntry[]): readonly TranscriptEntry[] {
  const known = maskedLists.get(entries);
  if (known !== undefined) return known;
  const made = entries.map(maskEntry);
  maskedLists.set(entries, made);
  return made;
}

function maskEntry(entry: TranscriptEntry): TranscriptEntry {
  const known = masked.get(entry);
  if (known !== undefined) return known;
  const text = maskNumbers(entry.text);
  const made = text === entry.text ? entry : { ...entry, text };
  masked.set(entry, made);
  return made;
}

/** Masks card and account numbers in attached data; a field whose value is not whole says so. */
export function maskFields(fields: readonly CustomerField[]): readonly CustomerField[] {
  return fields.map((field) => {
    const value = field.value === null ? null : maskNumbers(field.value);
    return value === field.value ? field : { ...field, value, isMasked: true };
  });
}

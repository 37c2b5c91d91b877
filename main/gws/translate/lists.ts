import type { Disposition, HandOverTarget } from '../../../preload/contract';
import { decodeNamed } from '../wire/named';

export function toQueue(item: unknown): HandOverTarget | null {
  const queue = decodeNamed(item);
  if (queue?.id == null) return null;
  return { kind: 'queue', id: queue.id, name: queue.displayName ?? queue.name ?? queue.id };
}

/** The name is stored in the chat; the display name may differ. */
export function toDisposition(item: unknown): Disposition | null {
  if (typeof item === 'string' && item !== '') return { code: item, label: item };
  const disposition = decodeNamed(item);
  const code = disposition?.name ?? disposition?.id ?? null;
  return code === null || code === '' ? null : { code, label: disposition?.displayName ?? code };
}

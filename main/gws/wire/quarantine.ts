import type { Logger } from '../../base/log';

/**
 * Collects malformed data. Each piece is counted by its expected kind, and each shape is logged once: names and types of
 * fields, never values, since customers wrote them. A flood is logged again at every power of ten.
 */
export interface Quarantine {
  keep(takenFor: string, value: unknown): void;
  counts(): Readonly<Record<string, number>>;
}

const shapesLoggedPerKind = 20;
const maxDepth = 3;
const maxKeys = 20;

export function createQuarantine(log: Logger): Quarantine {
  const counts = new Map<string, number>();
  const shapesLogged = new Map<string, Set<string>>();
  return {
    keep(takenFor, value) {
      const count = (counts.get(takenFor) ?? 0) + 1;
      counts.set(takenFor, count);
      const isMilestone = Number.isInteger(Math.log10(count));
      const shapes = shapesLogged.get(takenFor) ?? new Set();
      if (!isMilestone && shapes.size >= shapesLoggedPerKind) return;
      const shape = shapeOf(value);
      if (!isMilestone && shapes.has(shape)) return;
      shapesLogged.set(takenFor, shapes.add(shape));
      log.warn('malformed data from the server was skipped', { takenFor, count, shape });
    },
    counts: () => Object.fromEntries(counts),
  };
}

/** Returns field names and types down to a small depth, without values. */
export function shapeOf(value: unknown, depth = 0): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return depth >= maxDepth ? `[…${value.length}]` : `[${shapeOf(value[0], depth + 1)} x${value.length}]`;
  }
  if (typeof value !== 'object') return typeof value;
  if (depth >= maxDepth) return '{…}';
  const keys = Object.keys(value);
  const names = keys.slice(0, maxKeys).map((key) => {
    const field: unknown = (value as Record<string, unknown>)[key];
    return `${safeKey(key)}: ${shapeOf(field, depth + 1)}`;
  });
  if (keys.length > maxKeys) names.push(`…${keys.length - maxKeys}`);
  return `{${names.join(', ')}}`;
}

/** A customer may have chosen a field name (attached data), so only plain letters are shown. */
function safeKey(key: string): string {
  const plain = key.slice(0, 32).replace(/[^\w.-]/g, '?');
  return /\d{5,}/.test(plain) || plain === '' ? '?' : plain;
}

import type { Visibility } from '../../../preload/contract';

const known: Readonly<Record<string, Visibility>> = {
  all: 'everyone',
  agents: 'agents',
  supervisors: 'supervisors',
};

/** `null` when the server did not say, or said something this version does not know. */
export function toVisibility(word: string | undefined): Visibility | null {
  const name = word?.trim().toLowerCase() ?? '';
  return Object.hasOwn(known, name) ? (known[name] ?? null) : null;
}

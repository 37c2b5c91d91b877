import type { Visibility } from '../../../preload/contract';

const known: Readonly<Record<string, Visibility>> = {
  all: 'everyone',
  agents: 'agents',
  supervisors: 'supervisors',
};

/** Returns `null` if the server sent no visibility or an unknown one. */
export function toVisibility(word: string | undefined): Visibility | null {
  const name = word?.trim().toLowerCase() ?? '';
  return Object.hasOwn(known, name) ? (known[name] ?? null) : null;
}

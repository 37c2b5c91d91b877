import { areConfusable } from '../../../preload/contract/names/name-look';
import { isUnseeable } from '../../../preload/contract/names/seen-text';

/** Catalogue key of why agents can't be watched under this display name; `null`: they can. */
export function nameProblem(name: string, agentNames: readonly string[]): string | null {
  if (isUnseeable(name)) return 'error.name_unseeable';
  return agentNames.some((other) => areConfusable(name, other)) ? 'floor.nameTaken' : null;
}

import type { ChatAction } from '../../../preload/contract';
import { actionsByCapability } from '../vendor-operations';

/** Returns the allowed actions without duplicates. Capabilities that the console does not use are dropped. */
export function toActions(capabilities: readonly string[]): readonly ChatAction[] {
  const offered = capabilities.flatMap((capability) => actionsByCapability.get(capability) ?? []);
  return [...new Set(offered)];
}

import type { IntentDesk } from './intent-desk';
import type { CommandPorts } from './ports';

/** What each command gets. */
export interface CommandTools extends CommandPorts {
  readonly desk: IntentDesk;
}

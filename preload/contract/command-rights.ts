import { chatOperationNames, factsOf } from './chat-operations';
import type { CommandName } from './commands';
import type { Mode } from './model/mode';
import { isModeAllowed, type Rights } from './rights';

/** What a request says about its effect; see `Commands`. */
interface RequestFacts {
  readonly mode?: unknown;
  readonly scope?: unknown;
  readonly composedIn?: unknown;
}

/**
 * Returns whether the rights allow a command. `invitedTo` is the mode of the invitation that it accepts, `null` if it is
 * not known: then every mode has to be allowed. Used by main and windows.
 */
export function isCommandAllowed(
  rights: Rights,
  name: CommandName,
  { mode, scope, composedIn }: RequestFacts,
  invitedTo: Mode | null = null,
): boolean {
  const isAllowed = (one: unknown): boolean =>
    one !== 'coach' && one !== 'bargeIn' ? true : isModeAllowed(rights, one);
  if (name === 'agents.watch') return isAllowed(mode) && (scope !== 'allChats' || rights.mayWatchAllChats);
  if (name === 'journal.export' || name === 'journal.savePdf') return rights.mayExportJournal;
  const operation = chatOperationNames.find((one) => name === `chats.${one}`);
  if (operation === undefined) return true;
  const { leadsTo } = factsOf(operation);
  if (leadsTo === 'asRequested') return isAllowed(mode);
  if (leadsTo === 'asInvited') {
    return invitedTo === null ? rights.mayCoach && rights.mayBargeIn : isAllowed(invitedTo);
  }
  return isAllowed(leadsTo) && isAllowed(composedIn);
}

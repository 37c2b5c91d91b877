import { factsOf, chatOperationNames } from './chat-operations';
import type { CommandName } from './commands';

import type { Mode, WatchScope } from './model/mode';

/**
 * What an administrator can forbid, each a value of the policy with this name. Everything is allowed without a policy.
 * Returning to monitoring, leaving and ending a watch cannot be forbidden.
 */
export const rightNames = [
  'mayCoach',
  'mayBargeIn',
  'mayWatchAllChats',
  'mayRememberPassword',
  'mayCopyTexts',
  'mayExportJournal',
] as const;
export type RightName = (typeof rightNames)[number];
export type Rights = Readonly<Record<RightName, boolean>>;

export const allRights = Object.fromEntries(rightNames.map((name) => [name, true])) as Rights;

/** Returns whether the supervisor may be in this mode. */
export function isModeAllowed(rights: Rights, mode: Mode): boolean {
  if (mode === 'coach') return rights.mayCoach;
  return mode === 'bargeIn' ? rights.mayBargeIn : true;
}

export function isScopeAllowed(rights: Rights, scope: WatchScope): boolean {
  return scope === 'nextChat' || rights.mayWatchAllChats;
}

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

import { z } from 'zod';
import type { Medium } from '../../../preload/contract';
import { decodeOwnChannels, type WireOwnChannel } from './channel';
import { isRecord, ownField } from '../../base/record';
import { parseOrNull, maybeAnything, maybeList, maybeString, maybeStrings } from './tolerant';

const user = z.object({
  id: z.string().min(1),
  userName: maybeString,
  firstName: maybeString,
  lastName: maybeString,
  roles: maybeStrings,
  changePasswordOnFirstLogin: maybeAnything,
  features: maybeList,
  settings: maybeAnything,
  chats: maybeList,
  smssessions: maybeList,
  channels: maybeList,
});

/** The signed-in user with the requested subresources. */
export interface WireAccount {
  readonly userId: string;
  readonly userName: string;
  readonly name: string;
  readonly isSupervisor: boolean;
  /** `null`: the response has no sessions of that medium. */
  readonly sessions: Readonly<Record<Medium, readonly unknown[] | null>>;
  /** `null`: the response has no channels. */
  readonly channels: readonly WireOwnChannel[] | null;
}

const supervisorFeature = 'api-supervisor-monitoring';

export function decodeAccount(body: unknown): WireAccount | null {
  const account = parseOrNull(user, ownField(body, 'user'));
  if (account === null) return null;
  const { id, userName, firstName, lastName, roles, features, settings } = account;
  const name = [firstName, lastName].filter((part) => part !== undefined && part !== '').join(' ');
  return {
    userId: id,
    userName: userName ?? '',
    name: name === '' ? (userName ?? '') : name,
    isSupervisor:
      (roles ?? []).includes('ROLE_SUPERVISOR') ||
      rolesInSettings(settings).includes('supervisor') ||
      (features ?? []).some((feature) => featureId(feature) === supervisorFeature),
    sessions: { chat: account.chats ?? null, sms: account.smssessions ?? null },
    channels: decodeOwnChannels(account),
  };
}

function featureId(feature: unknown): unknown {
  return typeof feature === 'string' ? feature : ownField(feature, 'id');
}

/** Settings are sections of strings, captured both as an object of sections and as a list of named ones. */
function rolesInSettings(settings: unknown): readonly string[] {
  const section = Array.isArray(settings)
    ? (settings as readonly unknown[]).find((candidate) => isRecord(candidate) && candidate['name'] === 'htcc')
    : ownField(settings, 'htcc');
  const nested = ownField(section, 'settings');
  const roles = ownField(isRecord(nested) ? nested : section, 'roles') ?? ownField(settings, 'htcc.roles');
  if (typeof roles !== 'string') return [];
  return roles.split(',').map((role) => role.trim().toLowerCase());
}

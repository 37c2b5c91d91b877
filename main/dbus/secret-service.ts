import type { SessionBus } from './bus-port';
import { variantValue } from './variant';

/** Milliseconds. Long enough for a store that has to be started first. */
const replyWithinMs = 3_000;

/** Service and object of each store that Chromium can select. */
const services: Readonly<Record<string, readonly [string, string]>> = {
  gnome_libsecret: ['org.freedesktop.secrets', '/org/freedesktop/secrets'],
  kwallet: ['org.kde.kwalletd', '/modules/kwalletd'],
  kwallet5: ['org.kde.kwalletd5', '/modules/kwalletd5'],
  kwallet6: ['org.kde.kwalletd6', '/modules/kwalletd6'],
};

/** `unusable`: locked, or never set up. Using it would make it prompt the user. */
export type SecretServiceState = 'ready' | 'absent' | 'notResponding' | 'unusable';

/**
 * Returns whether a secret store of a Linux desktop can be used without a prompt. The bus starts a store that is installed,
 * as the first use of it would. A prompt at the start would be unexpected, and calls of Electron before 42 block main
 * until it is answered.
 */
export async function probeSecretService(bus: SessionBus, backend: string): Promise<SecretServiceState> {
  const service = services[backend];
  if (service === undefined) return 'absent';
  const [destination, path] = service;
  const request = { destination, path, interface: 'org.freedesktop.DBus.Peer', member: 'Ping' };
  const reply = await bus.call(request, { timeoutMs: replyWithinMs });
  if (!reply.ok && reply.failure !== 'refused') return reply.failure === 'noAnswer' ? 'notResponding' : 'absent';
  return backend === 'gnome_libsecret' ? defaultCollection(bus) : 'ready';
}

/** The collection that passwords are kept in: `/` if none was made yet. */
async function defaultCollection(bus: SessionBus): Promise<SecretServiceState> {
  const [destination, path] = ['org.freedesktop.secrets', '/org/freedesktop/secrets'];
  const service = { destination, path, interface: 'org.freedesktop.Secret.Service', member: 'ReadAlias' };
  const alias = await bus.call({ ...service, signature: 's', body: ['default'] }, { timeoutMs: replyWithinMs });
  const collection = alias.ok ? alias.body[0] : null;
  if (!alias.ok && alias.failure === 'noAnswer') return 'notResponding';
  if (typeof collection !== 'string' || collection === '/') return 'unusable';
  const properties = { destination, path: collection, interface: 'org.freedesktop.DBus.Properties', member: 'Get' };
  const body = ['org.freedesktop.Secret.Collection', 'Locked'];
  const locked = await bus.call({ ...properties, signature: 'ss', body }, { timeoutMs: replyWithinMs });
  if (!locked.ok) return locked.failure === 'noAnswer' ? 'notResponding' : 'unusable';
  return variantValue(locked.body[0]) === false ? 'ready' : 'unusable';
}

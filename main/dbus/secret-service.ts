import type { SessionBus } from './bus-port';

/** Milliseconds in which a store replies that has to be started first. */
const replyWithinMs = 3_000;

/** Service and object of each store that Chromium can select. */
const services: Readonly<Record<string, readonly [string, string]>> = {
  gnome_libsecret: ['org.freedesktop.secrets', '/org/freedesktop/secrets'],
  kwallet: ['org.kde.kwalletd', '/modules/kwalletd'],
  kwallet5: ['org.kde.kwalletd5', '/modules/kwalletd5'],
  kwallet6: ['org.kde.kwalletd6', '/modules/kwalletd6'],
};

/**
 * Returns whether a secret store of a Linux desktop replies. A reply with an error is one, too. The bus starts a store
 * that is installed, as the first use of it would.
 */
export async function probeSecretService(
  bus: SessionBus,
  backend: string,
): Promise<'ready' | 'absent' | 'notResponding'> {
  const service = services[backend];
  if (service === undefined) return 'absent';
  const [destination, path] = service;
  const request = { destination, path, interface: 'org.freedesktop.DBus.Peer', member: 'Ping' };
  const reply = await bus.call(request, { timeoutMs: replyWithinMs });
  if (reply.ok || reply.failure === 'refused') return 'ready';
  return reply.failure === 'noAnswer' ? 'notResponding' : 'absent';
}

import type { Advice, Message } from 'cometd';
import { isRecord } from '../../base/record';

/**
 * Milliseconds; limits the pause that a server may request between polls. At this value the floor is stale half of
 * the time; at minutes one wrong number would leave the supervisor without updates.
 */
const maxIntervalMs = 30_000;
const maxTimeoutMs = 600_000;

/**
 * Returns the messages of a response that the library can process: those with a channel, and with numeric advice (a
 * string would break its timers). Returns `null` if the body is not a list.
 */
export function readBayeuxMessages(body: unknown): readonly Message[] | null {
  const items = Array.isArray(body) ? (body as readonly unknown[]) : isRecord(body) ? [body] : [];
  const messages = items.filter(isRecord).flatMap((item) => {
    if (typeof item['channel'] !== 'string') return [];
    return [{ ...item, channel: item['channel'], ...saneAdvice(item['advice']) } as Message];
  });
  return messages.length === 0 ? null : messages;
}

function saneAdvice(advice: unknown): { readonly advice: Advice | undefined } {
  if (!isRecord(advice)) return { advice: undefined };
  const { reconnect, interval } = advice;
  const sane: Advice = {};
  if (reconnect === 'retry' || reconnect === 'handshake' || reconnect === 'none') sane.reconnect = reconnect;
  if (typeof interval === 'number' && interval < 0) sane.reconnect = 'none';
  setIfNumber(sane, 'interval', interval, maxIntervalMs);
  setIfNumber(sane, 'timeout', advice['timeout'], maxTimeoutMs);
  setIfNumber(sane, 'maxInterval', advice['maxInterval'], maxTimeoutMs);
  if (advice['multiple-clients'] === true) sane['multiple-clients'] = true;
  return { advice: sane };
}

function setIfNumber(advice: Advice, name: 'interval' | 'timeout' | 'maxInterval', value: unknown, most: number): void {
  if (typeof value === 'number' && Number.isFinite(value)) advice[name] = Math.min(most, Math.max(0, value));
}

/** Whether the server agrees to acknowledgements. The reply is `true` in the older form of the extension and an object in the newer. */
export function agreesToAcknowledge(ext: object | undefined): boolean {
  const ack: unknown = ext !== undefined && 'ack' in ext ? ext.ack : false;
  return ack === true || (typeof ack === 'object' && ack !== null && 'enabled' in ack && ack.enabled === true);
}

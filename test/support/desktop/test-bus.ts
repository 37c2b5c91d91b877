import type { EventEmitter } from 'node:events';
import { sessionBus, type MessageBus } from '@jellybrick/dbus-next';

/**
 * A connection to the bus of a test. That bus is killed at the end, also while something is under way: what the library
 * then reports of its socket concerns no test, and without a listener it would end the whole run.
 */
export function openTestBus(busAddress: string): MessageBus {
  const bus = sessionBus({ busAddress });
  // The library emits it without declaring it.
  (bus as unknown as EventEmitter).on('error', () => undefined);
  return bus;
}

import type { Clock } from '../../base/clock';
import type { FaultRegistry } from './rules';

export type Deliver = (userId: string, channel: string, content: unknown) => void;

/** Applies notification faults between the contact centre and the stream. */
export function faultyDelivery(deliver: Deliver, faults: FaultRegistry, clock: Clock): Deliver {
  let held: (() => void) | null = null;
  const release = (): void => {
    const waiting = held;
    held = null;
    waiting?.();
  };
  return (userId, channel, content) => {
    const send = (): void => {
      deliver(userId, channel, content);
    };
    const rule = faults.strikeNotification();
    switch (rule?.kind) {
      case 'lose':
        return;
      case 'duplicate':
        send();
        send();
        return;
      case 'reorder':
        held = send; // Sent after the next notification.
        return;
      case 'late':
        clock.after(rule.milliseconds ?? 1000, send);
        return;
      default:
        send();
        release();
    }
  };
}

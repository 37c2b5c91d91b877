import type { Clock } from '../../base/clock';
import type { FaultRegistry } from './rules';

export type Deliver = (userId: string, channel: string, content: unknown) => void;

/** Stands between the contact centre and the stream, and plays the bad post. */
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
        held = send; // Goes out behind the next one.
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

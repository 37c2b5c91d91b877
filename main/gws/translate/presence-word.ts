import type { Presence } from '../../../preload/contract';

/** The state of a channel, an agent's or one's own, in the floor's words. Words nobody documents are no state at all. */
export function presenceFromWire(word: string | undefined): Presence {
  switch (word) {
    case 'Ready':
      return 'ready';
    case 'NotReady':
    case 'NotReadyForNextCall':
      return 'notReady';
    case 'LoggedOut':
    case 'LoggedOff':
      return 'loggedOut';
    default:
      return 'unknown';
  }
}

import type { Presence } from '../../../preload/contract';

/** Maps the wire state of a channel to a presence; undocumented states become `unknown`. */
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

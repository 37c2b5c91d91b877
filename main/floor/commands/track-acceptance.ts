import type { Result } from '../../../preload/contract';
import type { ContactCentre, Receipt } from '../contact-centre';
import type { CommandPlan } from './in-flight-command';

export interface TrackedRequest {
  readonly send: CommandPlan['send'];
  readonly isAccepted: () => boolean;
}

/** Wraps a request and records whether it was accepted. */
export function trackAcceptance(ask: (contactCentre: ContactCentre) => Promise<Result<Receipt>>): TrackedRequest {
  let isAccepted = false;
  return {
    isAccepted: () => isAccepted,
    send: async (contactCentre) => {
      const result = await ask(contactCentre);
      isAccepted = result.ok;
      return result;
    },
  };
}

import type { Result } from '../../../preload/contract';
import type { ContactCentre, Receipt } from '../contact-centre';
import type { IntentPlan } from './open-intent';

export interface Asked {
  readonly send: IntentPlan['send'];
  readonly isAccepted: () => boolean;
}

/** A request that remembers that it was accepted. */
export function asked(ask: (contactCentre: ContactCentre) => Promise<Result<Receipt>>): Asked {
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

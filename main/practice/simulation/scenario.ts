import type { Medium, UserDataValue } from '../contact-centre/model';

/** One step of a scenario. Texts may contain `{customer}` and `{agent}` for first names. */
export type ScenarioStep =
  | { readonly does: 'customerSays' | 'agentSays' | 'agentWhispers'; readonly text: string }
  | { readonly does: 'pause'; readonly length: number }
  | { readonly does: 'customerHesitates' | 'customerLeaves' | 'agentCompletes' | 'queue' | 'transfer' };

export interface Scenario {
  readonly name: string;
  /** Default: chat. */
  readonly medium?: Medium;
  readonly language: string;
  readonly subject: string;
  readonly data: Readonly<Record<string, UserDataValue>>;
  /** Possible customers of this scenario: first and last name. */
  readonly customers: readonly (readonly [firstName: string, lastName: string])[];
  readonly beats: readonly ScenarioStep[];
}

export const customer = (text: string): ScenarioStep => ({ does: 'customerSays', text });
export const agent = (text: string): ScenarioStep => ({ does: 'agentSays', text });
/** Whispers to colleagues and supervisors only. */
export const whisper = (text: string): ScenarioStep => ({ does: 'agentWhispers', text });
/** `length`: multiple of the usual time between two steps. */
export const pause = (length: number): ScenarioStep => ({ does: 'pause', length });
export const hesitates: ScenarioStep = { does: 'customerHesitates' };
export const customerLeaves: ScenarioStep = { does: 'customerLeaves' };
export const agentCompletes: ScenarioStep = { does: 'agentCompletes' };
export const backToQueue: ScenarioStep = { does: 'queue' };
export const transfers: ScenarioStep = { does: 'transfer' };

import { firstChoices } from '../../preload/contract/first-choices';
import type { AttentionRuleSettings, AttentionSettings, Settings } from '../../preload/contract';

const off: AttentionRuleSettings = { isOn: false, threshold: 1, hotThreshold: null };
const noAttention: AttentionSettings = {
  rules: {
    orphan: off,
    customerWaiting: off,
    agentSilent: off,
    unanswered: off,
    repeated: off,
    escalationWords: off,
    watchedWords: off,
    pingPong: off,
    longHandling: off,
    newAgent: off,
  },
  escalationPhrases: [],
  watchedPhrases: [],
  newAgentIds: [],
  newAgentGroups: [],
};

/**
 * What a window goes by in the moment before main has told the choices: those of a first start, and no rule of attention,
 * since only main judges.
 */
export const untilRead: Settings = { ...firstChoices, attention: noAttention };

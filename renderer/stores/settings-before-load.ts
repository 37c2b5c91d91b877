import { initialSettings } from '../../preload/contract/initial-settings';
import type { AttentionPhrases, AttentionRuleSettings, AttentionSettings, Settings } from '../../preload/contract';

const off: AttentionRuleSettings = { isOn: false, threshold: 1, hotThreshold: null };
const none: AttentionPhrases['escalationWords'] = { any: [], en: [], de: [], fr: [], es: [], ar: [] };
const noAttention: AttentionSettings = {
  rules: {
    orphan: off,
    customerWaiting: off,
    agentSilent: off,
    unanswered: off,
    repeated: off,
    escalationWords: off,
    threats: off,
    insults: off,
    danger: off,
    watchedWords: off,
    pingPong: off,
    longHandling: off,
    newAgent: off,
  },
  phrases: {
    escalationWords: none,
    threats: none,
    insults: none,
    danger: none,
    watchedWords: none,
    repeated: none,
    sameMeaning: none,
    relief: none,
  },
  newAgentIds: [],
  newAgentGroups: [],
};

/**
 * What a window goes by in the moment before main has told the choices: those of a first start, and no rule of attention,
 * since only main judges.
 */
export const settingsBeforeLoad: Settings = { ...initialSettings, attention: noAttention };

import { initialSettings } from '../../preload/contract/setting-records';
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
 * The settings that a window uses until main sends the real ones: the initial settings, without attention rules, since
 * only main evaluates them.
 */
export const settingsBeforeLoad: Settings = { ...initialSettings, attention: noAttention };

import type { AttentionRuleSettings, Settings } from '../../preload/contract';
import { forEachList, forEachPhraseLanguage, forEachRule } from '../../preload/contract/attention-rules';
import { initialSettings } from '../../preload/contract/setting-records';

const off: AttentionRuleSettings = { isOn: false, threshold: 1, hotThreshold: null };

/**
 * The settings that a window uses until main sends the real ones: the initial settings, without attention rules, since
 * only main evaluates them.
 */
export const settingsBeforeLoad: Settings = {
  ...initialSettings,
  attention: {
    rules: forEachRule(() => off),
    phrases: forEachList(() => forEachPhraseLanguage(() => [])),
    newAgentIds: [],
    newAgentGroups: [],
  },
};

import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { AttentionRuleSettings, AttentionSettings, Settings } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { useNoticesStore } from './notices.store';

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

const untilRead: Settings = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  notifyChatStarted: true,
  notifyChatTakenAway: true,
  closeToTray: true,
  watchMode: 'monitor',
  watchScope: 'allChats',
  watchGroups: [],
  resumesWatches: 'offer',
  sidePanelOpen: true,
  attention: noAttention,
  notifyNeedsYou: true,
  wall: { tileCount: 6, fill: 'attention', pinned: [] },
  keys: { areSingleKeysOn: true, chosen: {} },
  acceptsInvitations: false,
  bargeInBy: 'press',
};

/** The supervisor's choices. Main keeps them; what is shown is what main last said it keeps. */
export const useSettingsStore = defineStore('settings', () => {
  const settings = shallowRef<Settings>(untilRead);

  async function load(): Promise<void> {
    const result = await currentBridge().invoke('settings.read', null);
    if (result.ok) settings.value = result.value;
  }

  async function change(part: Partial<Settings>): Promise<void> {
    const before = settings.value;
    settings.value = { ...before, ...part };
    const result = await currentBridge().invoke('settings.change', part);
    if (result.ok) {
      settings.value = result.value;
      return;
    }
    settings.value = before;
    useNoticesStore().addProblem(result.error);
  }

  return { settings, load, change };
});

import type { Settings } from './model/settings';

/** What is chosen before anybody chose: main starts from it, and so does a window until main has told it more. */
export const initialSettings: Omit<Settings, 'attention'> = {
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
  notifyNeedsYou: true,
  wall: { tileCount: 6, fill: 'attention', pinned: [] },
  keys: { areSingleKeysOn: true, chosen: {} },
  acceptsInvitations: false,
  bargeInBy: 'press',
  list: { sort: 'attention', groupBy: 'attention', filter: 'all', width: null },
  pastKept: 'hour',
  setAside: [],
};

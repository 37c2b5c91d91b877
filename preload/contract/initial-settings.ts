import type { Settings } from './model/settings';

/** Settings of a first start; a window uses them until main sends the stored ones. */
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

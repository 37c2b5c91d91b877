import type { Settings } from '../../../preload/contract';
import { initialSettings } from '../../../preload/contract/setting-records';

/** Notifications name the customer, so that a measure knows the chat of each; only reasons to look at a chat alert. */
export const settingsForAlerts: Partial<Settings> = {
  notifyChatStarted: false,
  notifyChatTakenAway: false,
  onClose: 'hide',
  resumesWatches: 'always',
  alerts: { ...initialSettings.alerts, namesCustomer: true },
};

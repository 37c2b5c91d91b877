import type { Snapshot } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { startSnapshotSync, type SnapshotSync } from '../sync/snapshot-sync';
import { applyFloorChanges, replaceFloor } from '../stores/apply-floor';
import { useConnectionCheckStore } from '../stores/connection-check.store';
import { useDesktopStore } from '../stores/desktop.store';
import { useBudgetStore } from '../stores/budget.store';
import { useDraftsStore } from '../stores/drafts.store';
import { useFloorSyncStore } from '../stores/floor-sync.store';
import { useJournalStore } from '../stores/journal.store';
import { useNetworkStore } from '../stores/network.store';
import { usePresenceStore } from '../stores/presence.store';
import { setTimer } from '../stores/set-timer';
import { useSessionStore } from '../stores/session.store';
import { useSettingsStore } from '../stores/settings.store';
import { useUpdatesStore } from '../stores/updates.store';
import { useWallStore } from '../stores/wall.store';
import { resetOnSignOut, restoreWorkspace } from './workspace-sync';
import { playAlertSounds } from './play-alert-sounds';
import { followSeen } from './follow-seen';
import { nextFrame } from './next-frame';

export interface StoreConnection {
  /** Runs when settings, session and workspace are known, before the first snapshot is requested. */
  readonly beforeSnapshot?: () => Promise<void>;
  readonly afterSnapshot?: () => void;
}

/** Connects the stores to main and returns the disposer. */
export function connectStores({ beforeSnapshot, afterSnapshot }: StoreConnection = {}): () => void {
  const bridge = currentBridge();
  const settings = useSettingsStore();
  let sync: SnapshotSync | null = null;
  let isStopped = false;
  const start = async (): Promise<void> => {
    // The workspace comes first: the floor is rendered according to it.
    const loads = [restoreWorkspace(), useWallStore().load(), settings.load(), useSessionStore().load()];
    // The window opens with defaults rather than not at all.
    for (const load of await Promise.allSettled(loads)) if (load.status === 'rejected') reportError(load.reason);
    await beforeSnapshot?.();
    if (isStopped) return;
    const replace = (snapshot: Snapshot): void => {
      replaceFloor(snapshot);
      afterSnapshot?.();
    };
    sync = startSnapshotSync({ bridge, replace, apply: applyFloorChanges, nextFrame, setTimer });
  };
  start().catch((cause: unknown) => {
    reportError(cause);
  });
  const stopSignIn = resetOnSignOut();
  const whenCurrent = (callback: () => void): void => {
    if (sync === null) callback();
    else sync.whenCurrent(callback);
  };
  useFloorSyncStore().follow(whenCurrent);
  const stopSeen = followSeen({ bridge, whenCurrent });
  const stopHeartbeat = bridge.on('window.heartbeat', () => {
    void bridge.invoke('window.heartbeatAck', null);
  });
  const stopSettings = bridge.on('settings.changed', (changed) => {
    settings.settings = changed;
  });
  const stopDrafts = bridge.on('drafts.changed', (changed) => {
    useDraftsStore().applyRemote(changed);
  });
  const stopWall = bridge.on('wall.arranged', (wall) => {
    useWallStore().applyRemote(wall);
  });
  const stopBudget = useBudgetStore().follow();
  const stopJournal = useJournalStore().follow();
  const stopPresence = usePresenceStore().follow();
  const stopNetwork = useNetworkStore().follow();
  const stopUpdates = useUpdatesStore().follow();
  const stopCheck = useConnectionCheckStore().follow();
  const stopDesktop = useDesktopStore().follow();
  const stopSounds = playAlertSounds();
  const stopProfile = bridge.on('session.profileChanged', (profile) => {
    useSessionStore().profile = profile;
  });
  return () => {
    isStopped = true;
    sync?.stop();
    stopSeen();
    stopSignIn();
    stopHeartbeat();
    stopSettings();
    stopDrafts();
    stopWall();
    stopJournal();
    stopPresence();
    stopNetwork();
    stopUpdates();
    stopCheck();
    stopDesktop();
    stopSounds();
    stopProfile();
    stopBudget();
  };
}

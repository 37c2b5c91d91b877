import { currentBridge } from '../bridge/bridge';
import { startSnapshotSync } from '../sync/snapshot-sync';
import { applyFloorChanges, replaceFloor } from '../stores/apply-floor';
import { useDraftsStore } from '../stores/drafts.store';
import { useJournalStore } from '../stores/journal.store';
import { setTimer } from '../stores/set-timer';
import { useSessionStore } from '../stores/session.store';
import { useSettingsStore } from '../stores/settings.store';
import { useWallStore } from '../stores/wall.store';
import { resetOnSignOut, restoreWorkspace } from './workspace-sync';
import { nextFrame } from './next-frame';

/** Connects the stores to main and returns the disposer. */
export function connectStores(): () => void {
  const bridge = currentBridge();
  const settings = useSettingsStore();
  let stopPump = (): void => undefined;
  let isStopped = false;
  // The workspace comes first: the floor is rendered according to it.
  void Promise.all([restoreWorkspace(), useWallStore().load()]).then(() => {
    if (isStopped) return;
    stopPump = startSnapshotSync({ bridge, replace: replaceFloor, apply: applyFloorChanges, nextFrame, setTimer });
  });
  const stopSignIn = resetOnSignOut();
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
  const stopJournal = useJournalStore().follow();
  void settings.load();
  void useSessionStore().load();
  return () => {
    isStopped = true;
    stopPump();
    stopSignIn();
    stopHeartbeat();
    stopSettings();
    stopDrafts();
    stopWall();
    stopJournal();
  };
}

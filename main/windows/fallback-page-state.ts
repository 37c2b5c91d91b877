import type { FallbackPageState } from './fallback-page';
import { trayStateOf } from '../shell/tray-state';
import { exposuresOf } from '../floor/step-back/exposures';
import type { FloorSnapshot } from '../floor/floor-store';

/** Returns what the fallback page shows: connection, visibility and unsent drafts. */
export function fallbackPageState(snapshot: FloorSnapshot, draftCount: number): FallbackPageState {
  const { connection: standing, icon } = trayStateOf(snapshot);
  const sources = { ...snapshot, watches: [], invitations: new Map(), heldWatches: new Map() };
  const visibleCount = exposuresOf(sources, 'everyone').filter(({ kind }) => kind === 'chat').length;
  return { standing, icon, visibleCount, isSteppingBack: snapshot.stepBack?.outcome === 'working', draftCount };
}

import type { FallbackPageState } from './fallback-page';
import { statusOf, type TrayIcon } from '../shell/tray-state';
import { exposuresOf } from '../floor/step-back/exposures';
import type { FloorSnapshot } from '../floor/floor-state';

/** The fallback page has a dot in these colours. */
const colourOf: Readonly<Record<TrayIcon, FallbackPageState['icon']>> = {
  live: 'live',
  catchingUp: 'live',
  attention: 'attention',
  stale: 'attention',
  offline: 'offline',
  visible: 'visible',
};

/** Returns what the fallback page shows: connection, visibility and unsent drafts. */
export function fallbackPageState(snapshot: FloorSnapshot, draftCount: number): FallbackPageState {
  const { status, icon } = statusOf(snapshot, 0);
  const sources = { ...snapshot, watches: [], invitations: new Map(), heldWatches: new Map() };
  const visibleCount = exposuresOf(sources, 'everyone').filter(({ kind }) => kind === 'chat').length;
  return {
    status,
    icon: colourOf[icon],
    visibleCount,
    isSteppingBack: snapshot.stepBack?.outcome === 'working',
    draftCount,
  };
}

import type { FallbackPageState } from './electron/fallback-page';
import { trayStateOf } from './electron/tray/tray-state';
import { exposuresOf } from './floor/step-back/exposures';
import type { FloorSnapshot } from './floor/floor-store';

/** What the plain page tells that stands in for a broken window: the connection, who sees the supervisor, what is unsent. */
export function fallbackPageState(picture: FloorSnapshot, draftCount: number): FallbackPageState {
  const { connection: standing, icon } = trayStateOf(picture);
  const sources = { ...picture, watches: [], invitations: new Map(), heldWatches: new Map() };
  const visibleCount = exposuresOf(sources, 'everyone').filter(({ kind }) => kind === 'chat').length;
  return { standing, icon, visibleCount, isSteppingBack: picture.stepBack?.outcome === 'working', draftCount };
}

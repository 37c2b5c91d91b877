import { onScopeDispose, watch } from 'vue';
import { currentBridge } from '../bridge/bridge';
import { createPacer } from '../domain/pacer';
import { later } from './later';

/** Scrolling changes what is shown many times a second. */
const tellEveryMs = 300;

/** Tells main which agents are shown, so that only they are asked about. Belongs to the caller's scope, and ends with it. */
export function tellShownAgents(agentIds: () => readonly string[]): void {
  let isOver = false;
  const tell = (shown: readonly string[] | null): void => {
    void currentBridge().invoke('window.showAgents', { agentIds: shown });
  };
  const tellSoon = createPacer({
    act: () => {
      if (!isOver) tell(agentIds());
    },
    everyMs: tellEveryMs,
    later,
  });
  watch(() => agentIds().join('\n'), tellSoon, { immediate: true });
  onScopeDispose(() => {
    isOver = true;
    tell(null);
  });
}

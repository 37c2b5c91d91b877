import { nextTick } from 'vue';
import type { Bridge, Disposer } from '../../preload/contract';
import { useClockStore } from '../stores/clock.store';

export interface SeenOptions {
  readonly bridge: Pick<Bridge, 'on'>;
  /** Calls back when the stores hold everything that main sent. */
  readonly whenCurrent: (callback: () => void) => void;
}

/**
 * Lets the page rest while its window is hidden or minimised: nothing is laid out or painted (`base.css`), and the clock
 * stands still. The blank page is painted before it rests, and its content returns only once the stores, the clock and the
 * document are current. So the first thing that a user sees of a window is never an old floor.
 */
export function followSeen({ bridge, whenCurrent }: SeenOptions): Disposer {
  const clock = useClockStore();
  const root = document.documentElement;
  let isSeen = true;
  let focused: Element | null = null;

  const hide = (): void => {
    // What is not laid out loses the focus.
    focused = document.activeElement;
    root.dataset['unseen'] = '';
    clock.rest();
  };
  const show = async (): Promise<void> => {
    if (!isSeen) return;
    clock.resume();
    await nextTick();
    if (!isCurrentlySeen()) return;
    delete root.dataset['unseen'];
    if (focused instanceof HTMLElement && focused.isConnected) focused.focus({ preventScroll: true });
  };
  /** Hidden again while the page was rendered. */
  const isCurrentlySeen = (): boolean => isSeen;

  return bridge.on('window.seen', (state) => {
    if (state.isSeen === isSeen) return;
    isSeen = state.isSeen;
    if (!isSeen) hide();
    else whenCurrent(() => void show());
  });
}

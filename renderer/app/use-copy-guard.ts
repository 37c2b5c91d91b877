import { useEventListener } from '@vueuse/core';
import { useSessionStore } from '../stores/session.store';
import { useToastsStore } from '../stores/toasts.store';

/** Keeps messages and names in the window where the policy forbids copying. One's own text in a field stays one's own. */
export function useCopyGuard(): void {
  const session = useSessionStore();
  const toasts = useToastsStore();

  function stop(event: Event): void {
    if (session.policy.rights.mayCopyTexts || isInField(event.target)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'copy') toasts.addProblem({ code: 'policy.notAllowed' });
  }
  for (const name of ['copy', 'cut', 'dragstart'] as const) useEventListener(window, name, stop, { capture: true });
}

function isInField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea');
}

import type { Component } from 'vue';
import IconTransfer from '~icons/lucide/arrow-right-left';
import IconComplete from '~icons/lucide/check-check';
import IconLink from '~icons/lucide/external-link';
import IconConsult from '~icons/lucide/headset';
import IconLeave from '~icons/lucide/log-out';
import IconNotice from '~icons/lucide/sticky-note';
import IconDisposition from '~icons/lucide/tag';
import IconEndConsult from '~icons/lucide/user-minus';
import IconInvite from '~icons/lucide/user-plus';
import type { Operation } from '../../domain/modes/operation-option';

interface OperationLook {
  readonly icon: Component;
  /** In the notation of `ui/keys/chord.ts`. */
  readonly keys: string;
  /** Removes the supervisor's access to the chat or brings others into it. */
  readonly isGuarded: boolean;
}

/** The icon, style and key of each operation. */
export const operationPresentation: Readonly<Record<Operation, OperationLook>> = {
  transfer: { icon: IconTransfer, keys: 't', isGuarded: true },
  consult: { icon: IconConsult, keys: 'o', isGuarded: true },
  cancelConsult: { icon: IconEndConsult, keys: 'Shift+o', isGuarded: true },
  invite: { icon: IconInvite, keys: 'i', isGuarded: true },
  sendNotice: { icon: IconNotice, keys: 'Shift+n', isGuarded: false },
  pushUrl: { icon: IconLink, keys: 'u', isGuarded: false },
  setDisposition: { icon: IconDisposition, keys: 'd', isGuarded: false },
  leave: { icon: IconLeave, keys: '$mod+Shift+x', isGuarded: true },
  complete: { icon: IconComplete, keys: '$mod+Shift+e', isGuarded: true },
};

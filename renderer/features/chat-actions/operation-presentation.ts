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
import type { Chat, MenuOperation } from '../../../preload/contract';
import { completeNeedsConfirmation, leaveNeedsConfirmation } from '../../domain/modes/leave-confirmation';
import { useOperationsStore } from '../../stores/operations.store';
import DispositionPanel from './DispositionPanel.vue';
import EndPanel from './EndPanel.vue';
import HandOverPanel from './HandOverPanel.vue';
import LinkPanel from './LinkPanel.vue';
import NoticePanel from './NoticePanel.vue';

interface OperationPresentation {
  readonly icon: Component;
  /** Takes its input or its confirmation; `props` besides the chat. Absent: it always runs at once. */
  readonly panel?: { readonly component: Component; readonly props: Readonly<Record<string, unknown>> };
  /** Runs it at once; absent: the panel always opens. */
  readonly runNow?: (chatId: string) => void;
  /** Whether this chat needs the panel first; absent: every chat does. */
  readonly needsPanel?: (chat: Chat) => boolean;
}

const handOver = (operation: 'transfer' | 'consult' | 'invite') => ({
  panel: { component: HandOverPanel, props: { operation } },
});
const ending = (operation: 'leave' | 'complete') => ({
  panel: { component: EndPanel, props: { operation } },
  runNow: (chatId: string): void => void useOperationsStore().end(operation, chatId),
});

/** How each entry of the actions menu is presented and started. Its texts are `actions.<entry>` in the catalogues. */
export const operationPresentation: Readonly<Record<MenuOperation, OperationPresentation>> = {
  transfer: { icon: IconTransfer, ...handOver('transfer') },
  consult: { icon: IconConsult, ...handOver('consult') },
  cancelConsult: {
    icon: IconEndConsult,
    runNow: (chatId) => void useOperationsStore().perform('cancelConsult', chatId, {}),
  },
  invite: { icon: IconInvite, ...handOver('invite') },
  sendNotice: { icon: IconNotice, panel: { component: NoticePanel, props: {} } },
  pushUrl: { icon: IconLink, panel: { component: LinkPanel, props: {} } },
  setDisposition: { icon: IconDisposition, panel: { component: DispositionPanel, props: {} } },
  leave: { icon: IconLeave, ...ending('leave'), needsPanel: leaveNeedsConfirmation },
  complete: { icon: IconComplete, ...ending('complete'), needsPanel: completeNeedsConfirmation },
};

import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Done, Medium, OwnChannel, PendingCommand, Result } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { usePendingCommandsStore } from './pending-commands.store';

/** Where the supervisor stands on each channel, as the server told it, and the ways to change it. */
export const useOwnChannelsStore = defineStore('ownChannels', () => {
  const channels = shallowRef<readonly OwnChannel[]>([]);

  function pendingOf(medium: Medium): PendingCommand | undefined {
    return usePendingCommandsStore().pendingFor({ kinds: ['setReady', 'setNotReady'], about: medium });
  }

  function setReady(medium: Medium): Promise<Result<Done>> {
    return usePendingCommandsStore().perform(
      { kind: 'setReady', chatId: null, agentId: null, about: medium },
      (requestId) => currentBridge().invoke('me.setReady', { requestId, medium }),
    );
  }

  function setNotReady(medium: Medium, reasonId: string | null): Promise<Result<Done>> {
    return usePendingCommandsStore().perform(
      { kind: 'setNotReady', chatId: null, agentId: null, about: medium },
      (requestId) => currentBridge().invoke('me.setNotReady', { requestId, medium, reasonId }),
    );
  }

  return { channels, pendingOf, setReady, setNotReady };
});

import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import type { Done, Medium, OwnChannel, PendingCommand, Result } from '../../preload/contract';
import { currentBridge } from '../bridge/bridge';
import { usePendingCommandsStore } from './pending-commands.store';

/** The supervisor's own channels with the ready states that the server reports, and the commands to change them. */
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

import type { FloorChange, Snapshot, Transcript } from '../../preload/contract';
import { useAgentsStore } from './agents.store';
import { useAttentionStore } from './attention.store';
import { useChatsStore } from './chats.store';
import { useDraftsStore } from './drafts.store';
import { usePendingCommandsStore } from './pending-commands.store';
import { useSearchStore } from './search.store';
import { useOwnChannelsStore } from './own-channels.store';
import { useSessionStore } from './session.store';
import { usePanelDraftsStore } from './panel-drafts.store';
import { useStepBackStore } from './step-back.store';
import { emptyTranscript, withEntries } from './transcript-changes';

/** Replaces the contents of the stores with main's snapshot. */
export function replaceFloor(snapshot: Snapshot): void {
  const session = useSessionStore();
  session.session = snapshot.session;
  session.connection = snapshot.connection;
  session.isKnown = true;
  const agents = useAgentsStore();
  agents.agents = snapshot.agents;
  agents.watches = snapshot.watches;
  useOwnChannelsStore().channels = snapshot.ownChannels;
  usePendingCommandsStore().replaceAll(snapshot.pending);
  useAttentionStore().replaceAll(snapshot.attention);
  useStepBackStore().state = snapshot.stepBack;
  useChatsStore().replaceAll(snapshot.chats, snapshot.transcripts);
  useSearchStore().replaceAll(snapshot.chats, snapshot.transcripts);
}

function changeTranscript(chatId: string, change: (transcript: Transcript) => Transcript): void {
  const { transcripts } = useChatsStore();
  transcripts.set(chatId, change(transcripts.get(chatId) ?? emptyTranscript(chatId)));
}

function applyChange(change: FloorChange): void {
  switch (change.type) {
    case 'sessionChanged':
      useSessionStore().session = change.session;
      return;
    case 'connectionChanged':
      useSessionStore().connection = change.connection;
      return;
    case 'agentsChanged':
      useAgentsStore().agents = change.agents;
      return;
    case 'watchesChanged':
      useAgentsStore().watches = change.watches;
      return;
    case 'ownChannelsChanged':
      useOwnChannelsStore().channels = change.ownChannels;
      return;
    case 'chatChanged':
      useChatsStore().chats.set(change.chat.id, change.chat);
      useSearchStore().indexFacts(change.chat);
      return;
    case 'chatRemoved':
      useChatsStore().remove(change.chatId);
      useDraftsStore().forgetChat(change.chatId);
      useSearchStore().removeChat(change.chatId);
      usePanelDraftsStore().forgetChat(change.chatId);
      return;
    case 'entriesAdded':
      changeTranscript(change.chatId, (transcript) => withEntries(transcript, change.entries));
      useSearchStore().indexEntries(change.chatId, change.entries);
      return;
    case 'gapsChanged':
      changeTranscript(change.chatId, (transcript) => ({ ...transcript, gaps: change.gaps }));
      return;
    case 'typingChanged':
      changeTranscript(change.chatId, (transcript) => ({ ...transcript, typing: change.typing }));
      return;
    case 'attentionChanged':
      useAttentionStore().change(change.chatId, change.attention);
      return;
    case 'commandPending':
      usePendingCommandsStore().change(change.command);
      return;
    case 'commandSettled':
      usePendingCommandsStore().settle(change.command, change.error);
      return;
    case 'stepBackChanged':
      useStepBackStore().state = change.stepBack;
      return;
  }
}

/** Applies main's changes to the stores, in order. */
export function applyFloorChanges(changes: readonly FloorChange[]): void {
  for (const change of changes) applyChange(change);
}

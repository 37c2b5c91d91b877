import type { FloorChange, Snapshot } from '../../../preload/contract';
import { emptyTranscript, withEntries } from '../../../renderer/stores/transcript-changes';

function replaceBy<T>(list: readonly T[], isSame: (one: T) => boolean, value: T): readonly T[] {
  return list.some(isSame) ? list.map((one) => (isSame(one) ? value : one)) : [...list, value];
}

/** One change folded into a snapshot: what main's own truth would hold after it. */
export function foldChange(snapshot: Snapshot, change: FloorChange): Snapshot {
  switch (change.type) {
    case 'sessionChanged':
      return { ...snapshot, session: change.session };
    case 'connectionChanged':
      return { ...snapshot, connection: change.connection };
    case 'agentsChanged':
      return { ...snapshot, agents: change.agents };
    case 'stepBackChanged':
      return { ...snapshot, stepBack: change.stepBack };
    case 'watchesChanged':
      return { ...snapshot, watches: change.watches };
    case 'ownChannelsChanged':
      return { ...snapshot, ownChannels: change.ownChannels };
    case 'chatChanged':
      return { ...snapshot, chats: replaceBy(snapshot.chats, (one) => one.id === change.chat.id, change.chat) };
    case 'chatRemoved':
      return {
        ...snapshot,
        chats: snapshot.chats.filter((one) => one.id !== change.chatId),
        transcripts: snapshot.transcripts.filter((one) => one.chatId !== change.chatId),
      };
    case 'entriesAdded':
    case 'gapsChanged':
    case 'typingChanged': {
      const isSame = (one: { chatId: string }): boolean => one.chatId === change.chatId;
      const before = snapshot.transcripts.find(isSame) ?? emptyTranscript(change.chatId);
      const after =
        change.type === 'entriesAdded'
          ? withEntries(before, change.entries)
          : change.type === 'gapsChanged'
            ? { ...before, gaps: change.gaps }
            : { ...before, typing: change.typing };
      return { ...snapshot, transcripts: replaceBy(snapshot.transcripts, isSame, after) };
    }
    case 'attentionChanged': {
      const others = snapshot.attention.filter((one) => one.chatId !== change.chatId);
      return { ...snapshot, attention: change.attention === null ? others : [...others, change.attention] };
    }
    case 'commandPending':
      return {
        ...snapshot,
        pending: replaceBy(snapshot.pending, (one) => one.requestId === change.command.requestId, change.command),
      };
    case 'commandSettled':
      return { ...snapshot, pending: snapshot.pending.filter((one) => one.requestId !== change.command.requestId) };
  }
}

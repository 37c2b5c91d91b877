import { WorkspaceMemory } from '../../../main/settings/workspace-memory';
import type { BegunDrafts } from '../../../main/floor/commands/ports';
import type { FloorStore } from '../../../main/floor/floor-store';
import type { CommandRequest, DraftReader, Mode } from '../../../preload/contract';
import { readerIds, readingParticipants } from '../../../preload/contract/readers';

interface Composed {
  readonly requestId: string;
  readonly chatId: string;
  readonly composedIn: Mode;
  readonly text: string;
}

/** Main's drafts, kept as a window does while somebody writes. */
export class DraftBook {
  readonly keeper = new WorkspaceMemory(() => undefined);
  readonly #floorStore: FloorStore;

  constructor(floorStore: FloorStore) {
    this.#floorStore = floorStore;
    floorStore.subscribe(({ changes }) => {
      this.keeper.applyChanges(changes);
    });
    this.keeper.applyChanges([{ type: 'sessionChanged', session: floorStore.snapshot().session }]);
  }

  get ports(): BegunDrafts {
    return {
      begunFor: (draft) => this.keeper.begunFor(draft),
      beginSend: (draft) => this.keeper.beginSend(draft),
      sent: (draft) => {
        this.keeper.sent(draft);
      },
    };
  }

  /** Who would read it now. */
  readers(chatId: string, audience: 'everyone' | 'agents'): readonly string[] {
    return readerIds(this.#floorStore.chat(chatId)?.participants ?? [], audience);
  }

  /** A text that was typed for those who read it now, as its send. */
  composed(
    to: 'everyone' | 'agents',
    { requestId, chatId, composedIn, text }: Composed,
  ): CommandRequest<'chats.sendToAgents'> {
    const participants = this.#floorStore.chat(chatId)?.participants ?? [];
    const readers: DraftReader[] = readingParticipants(participants, to).map(({ participantId, kind, nickname }) => ({
      participantId,
      kind,
      nickname,
    }));
    const place = { chatId, mode: composedIn, audience: to, readers, sentAs: requestId };
    const { draft } = this.keeper.saveDraft({ ...place, text }, 1);
    return { requestId, chatId, composedIn, readers: this.readers(chatId, to), draft: draft ?? 1, text };
  }
}

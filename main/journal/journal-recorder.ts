import type {
  Chat,
  ChatAttention,
  FloorChange,
  JournalData,
  JournalKind,
  Mode,
  NoticedBy,
  SentRequest,
  SessionState,
  Watch,
} from '../../preload/contract';
import { noticedInMode } from '../../preload/contract/model/journal';
import type { JournalOwner } from './journal';

/** The journal as the recorder uses it. */
export interface RecorderJournal {
  open(owner: JournalOwner): void;
  append(kind: JournalKind, data: JournalData): void;
  close(): Promise<void>;
}

/** A message as it was requested, without its text. */
export interface RequestedMessage {
  readonly requestId: string;
  readonly chatId: string;
  readonly to: 'everyone' | 'agents';
  readonly composedIn: Mode;
  readonly readers: readonly string[];
  readonly textLength: number;
}

const byNotice: readonly NoticedBy[] = ['noOne', 'agents', 'everyone', 'unknown'];

/**
 * Turns changes of the floor, requests on the wire and acts that leave no trace on the server into records.
 *
 * Acts come from the pending commands, begun by a window, the tray, or main itself when it steps back. Modes,
 * joins and ends come from the chats as the server reports them. It records ids only.
 */
export class JournalRecorder {
  readonly #journal: RecorderJournal;
  readonly #chats = new Map<string, Pick<Chat, 'mode' | 'state' | 'agentId'>>();
  readonly #watches = new Map<string, Watch>();
  readonly #reasons = new Map<string, ReadonlySet<string>>();
  /** Mode of the last intrusion of a chat, which its acceptance leads to. */
  readonly #intrusions = new Map<string, Mode>();
  readonly #known = new Set<string>();
  #connection: string | null = null;
  #requests = 0;

  readonly #runId: string;

  /** `runId` differs for every start of the program: requests are numbered within it. */
  constructor(journal: RecorderJournal, runId: string) {
    this.#journal = journal;
    this.#runId = runId;
  }

  applyChanges(changes: readonly FloorChange[]): void {
    for (const change of changes) this.#apply(change);
  }

  /** Records a request that is leaving. Returns how to report that no response arrived. */
  request(sent: SentRequest): (outcome: 'notSent' | 'unknown') => void {
    this.#requests += 1;
    const request = `${this.#runId}-${String(this.#requests)}`;
    const { method, path, operations, chatId, mode } = sent;
    if (mode !== null && chatId !== null) this.#intrusions.set(chatId, mode);
    const data = { request, method, path, operations, noticedBy: this.#noticeOf(sent), chat: chatId };
    this.#journal.append('request', data);
    return (outcome) => {
      this.#journal.append('requestFailed', { request, outcome });
    };
  }

  message({ requestId, chatId, to, composedIn, readers, textLength }: RequestedMessage): void {
    this.#journal.append('message', { requestId, chat: chatId, to, composedIn, readers, textLength });
  }

  /** A window shows this chat. */
  chatOpened(chatId: string): void {
    this.#journal.append('chatOpened', { chat: chatId });
  }

  acknowledged(chatId: string, rules: readonly string[]): void {
    this.#journal.append('acknowledged', { chat: chatId, rules });
  }

  unacknowledged(chatId: string): void {
    this.#journal.append('unacknowledged', { chat: chatId });
  }

  /** A step of the monitoring budget. */
  budget(data: JournalData): void {
    this.#journal.append('budget', data);
  }

  /** The program ends, which closes the journal without a sign-out of the floor. */
  async end(): Promise<void> {
    this.#journal.append('signedOut', { isProgramEnd: true });
    await this.#journal.close();
  }

  #noticeOf({ noticedBy, dependsOnMode, chatId }: SentRequest): NoticedBy {
    if (!dependsOnMode || chatId === null) return noticedBy;
    const mode = this.#chats.get(chatId)?.mode ?? this.#modeOfInvitation(chatId);
    const byMode = mode === null ? 'unknown' : noticedInMode[mode];
    return byNotice.indexOf(byMode) > byNotice.indexOf(noticedBy) ? byMode : noticedBy;
  }

  #modeOfInvitation(chatId: string): Mode | null {
    const intrusion = this.#intrusions.get(chatId);
    if (intrusion !== undefined) return intrusion;
    const agentId = this.#chats.get(chatId)?.agentId ?? null;
    return agentId === null ? null : (this.#watches.get(agentId)?.mode ?? null);
  }

  #apply(change: FloorChange): void {
    switch (change.type) {
      case 'sessionChanged':
        this.#sessionChanged(change.session);
        break;
      case 'connectionChanged':
        if (change.connection.phase !== this.#connection) {
          this.#connection = change.connection.phase;
          this.#journal.append('connection', { phase: change.connection.phase });
        }
        break;
      case 'chatChanged':
        this.#chatChanged(change.chat);
        break;
      case 'chatRemoved':
        if (this.#chats.get(change.chatId)?.state === 'active') {
          this.#journal.append('chatEnded', { chat: change.chatId, state: 'removed' });
        }
        this.#chats.delete(change.chatId);
        this.#intrusions.delete(change.chatId);
        break;
      case 'watchesChanged':
        this.#watchesChanged(change.watches);
        break;
      case 'attentionChanged':
        this.#attentionChanged(change.chatId, change.attention);
        break;
      case 'commandPending': {
        const { requestId, kind, chatId: chat, agentId: agent, mode = null } = change.command;
        if (this.#known.has(requestId)) break;
        this.#known.add(requestId);
        this.#journal.append('act', { requestId, act: kind, chat, agent, mode });
        break;
      }
      case 'commandSettled': {
        const { requestId, kind, chatId: chat, agentId: agent } = change.command;
        this.#known.delete(requestId);
        const error = change.error?.code ?? null;
        this.#journal.append('actSettled', { requestId, act: kind, chat, agent, error });
        break;
      }
      default: // Transcripts, typing and the directory are no acts of the supervisor.
    }
  }

  #sessionChanged(session: SessionState): void {
    if (session.phase === 'signedIn') {
      const { userId, serverName, isPractice } = session.who;
      this.#journal.open({ userId, serverName });
      this.#journal.append('signedIn', { user: userId, server: serverName, isPractice });
    }
    if (session.phase !== 'signedOut') return;
    for (const known of [this.#chats, this.#watches, this.#reasons, this.#intrusions, this.#known]) known.clear();
    this.#connection = null;
    this.#journal.append('signedOut', { isProgramEnd: false });
    void this.#journal.close();
  }

  #chatChanged({ id: chat, mode, state, agentId, medium }: Chat): void {
    const before = this.#chats.get(chat);
    this.#chats.set(chat, { mode, state, agentId });
    const isIn = state === 'active';
    const wasIn = before?.state === 'active';
    if (isIn && !wasIn) this.#journal.append('chatJoined', { chat, mode, agent: agentId, medium });
    else if (isIn && before?.mode !== mode) this.#journal.append('chatMode', { chat, mode });
    if (isIn && wasIn && before.agentId !== agentId) this.#journal.append('chatAgent', { chat, agent: agentId });
    if (wasIn && !isIn) this.#journal.append('chatEnded', { chat, state });
  }

  #watchesChanged(watches: readonly Watch[]): void {
    const now = new Map(watches.map((watch) => [watch.agentId, watch]));
    for (const [agent, { mode, scope, state }] of now) {
      const before = this.#watches.get(agent);
      if (before?.mode === mode && before.scope === scope && before.state === state) continue;
      this.#journal.append('watch', { agent, mode, scope, state });
    }
    for (const agent of this.#watches.keys()) if (!now.has(agent)) this.#journal.append('watchEnded', { agent });
    this.#watches.clear();
    for (const [agent, watch] of now) this.#watches.set(agent, watch);
  }

  /** A reason that gets hotter is raised again. The words that caused it are chat text and stay out. */
  #attentionChanged(chat: string, attention: ChatAttention | null): void {
    const before = this.#reasons.get(chat) ?? new Set<string>();
    const now = new Set((attention?.reasons ?? []).map(({ rule, severity }) => `${rule} ${severity}`));
    for (const reason of now) {
      const [rule = '', severity = ''] = reason.split(' ');
      if (!before.has(reason)) this.#journal.append('alertRaised', { chat, rule, severity });
    }
    for (const reason of before) {
      const [rule = '', severity = ''] = reason.split(' ');
      if (!now.has(reason)) this.#journal.append('alertEnded', { chat, rule, severity });
    }
    if (now.size === 0) this.#reasons.delete(chat);
    else this.#reasons.set(chat, now);
  }
}

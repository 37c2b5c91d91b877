import type { Agent, Watch } from './model/agent';
import type { OwnChannel } from './model/channel';
import type { ChatAttention } from './model/attention';
import type { Chat, TranscriptEntry, TranscriptGap, TypingParticipant } from './model/chat';
import type { ConnectionState } from './model/connection';
import type { DraftRevision } from './model/workspace';
import type { PendingCommand } from './model/pending-command';
import type { SessionState } from './model/session';
import type { Settings } from './model/settings';
import type { StepBackState } from './model/step-back';
import type { SharedWall } from './model/wall';
import type { AppError } from './errors';

/** A change of the truth, in the order it happened. Every event carries the whole new value of the thing it names. */
export type FloorChange =
  | { readonly type: 'sessionChanged'; readonly session: SessionState }
  | { readonly type: 'connectionChanged'; readonly connection: ConnectionState }
  | { readonly type: 'agentsChanged'; readonly agents: readonly Agent[] }
  | { readonly type: 'watchesChanged'; readonly watches: readonly Watch[] }
  | { readonly type: 'ownChannelsChanged'; readonly ownChannels: readonly OwnChannel[] }
  | { readonly type: 'chatChanged'; readonly chat: Chat }
  | { readonly type: 'chatRemoved'; readonly chatId: string }
  /** New entries only, ascending; an entry with a known index replaces it. */
  | { readonly type: 'entriesAdded'; readonly chatId: string; readonly entries: readonly TranscriptEntry[] }
  /** All gaps of the transcript: one may narrow, or close without a trace, when late lines come. */
  | { readonly type: 'gapsChanged'; readonly chatId: string; readonly gaps: readonly TranscriptGap[] }
  | { readonly type: 'typingChanged'; readonly chatId: string; readonly typing: readonly TypingParticipant[] }
  | { readonly type: 'attentionChanged'; readonly chatId: string; readonly attention: ChatAttention | null }
  | { readonly type: 'commandPending'; readonly intent: PendingCommand }
  /** The intent is over. `error` says why it failed; without one its effect was seen. */
  | { readonly type: 'commandSettled'; readonly intent: PendingCommand; readonly error: AppError | null }
  /** `null`: no return to monitoring is under way or to be reported. */
  | { readonly type: 'stepBackChanged'; readonly stepBack: StepBackState | null };

/** What leaves main: a numbered batch. A window applies it only if `epoch` is its own and `seq` is the next one; else it asks for a snapshot. */
export interface Envelope {
  readonly epoch: number;
  readonly seq: number;
  readonly changes: readonly FloorChange[];
}

/** Something outside the window asks it to turn its attention. */
export type ShellAction =
  | { readonly type: 'openChat'; readonly chatId: string }
  | { readonly type: 'openAgents' }
  | { readonly type: 'openSettings' }
  | { readonly type: 'signOut' }
  /** The graphics card failed again and again: drawing goes without it, from the next start or since this one. */
  | { readonly type: 'showGpuNotice'; readonly when: 'nextStart' | 'now' };

/** Pushes from main to a window: name -> payload. */
export interface Pushes {
  'floor.envelope': Envelope;
  'shell.action': ShellAction;
  'settings.changed': Settings;
  /** Another window changed an unsent text. */
  'drafts.changed': DraftRevision;
  /** Another window changed the arrangement of the wall, or what it holds in place. */
  'wall.arranged': SharedWall;
  /** Asks the window whether it still answers; see `window.heartbeatAck`. */
  'window.heartbeat': null;
}

export type PushName = keyof Pushes;

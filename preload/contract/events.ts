import type { Agent, Watch } from './model/agent';
import type { BudgetState } from './model/budget';
import type { OwnChannel } from './model/channel';
import type { JournalState } from './model/journal';
import type { ChatAttention } from './model/attention';
import type { Chat, TranscriptEntry, TranscriptGap, TypingParticipant } from './model/chat';
import type { ConnectionState } from './model/connection';
import type { ConnectionCheckState } from './model/connection-check';
import type { DesktopState, PlayedSound } from './model/desktop';
import type { DraftRevision } from './model/workspace';
import type { PendingCommand } from './model/pending-command';
import type { NetworkQuestion } from './model/network';
import type { SessionState, SignInProfile } from './model/session';
import type { UserPresence } from './model/presence';
import type { UpdateState } from './model/updates';
import type { HelpPart } from './model/support';
import type { Settings } from './model/settings';
import type { StepBackState } from './model/step-back';
import type { SharedWall } from './model/wall';
import type { AppError } from './errors';
import type { SpellingReplacement } from './spelling';

/** A change of the floor, in order. Every change carries the whole new value of what it names. */
export type FloorChange =
  | { readonly type: 'sessionChanged'; readonly session: SessionState }
  | { readonly type: 'connectionChanged'; readonly connection: ConnectionState }
  | { readonly type: 'agentsChanged'; readonly agents: readonly Agent[] }
  | { readonly type: 'watchesChanged'; readonly watches: readonly Watch[] }
  | { readonly type: 'ownChannelsChanged'; readonly ownChannels: readonly OwnChannel[] }
  | { readonly type: 'chatChanged'; readonly chat: Chat }
  | { readonly type: 'chatRemoved'; readonly chatId: string }
  /** New entries, ascending; an entry with a known index replaces it. */
  | { readonly type: 'entriesAdded'; readonly chatId: string; readonly entries: readonly TranscriptEntry[] }
  /** All gaps of the transcript. Late entries may narrow a gap or close it. */
  | { readonly type: 'gapsChanged'; readonly chatId: string; readonly gaps: readonly TranscriptGap[] }
  | { readonly type: 'typingChanged'; readonly chatId: string; readonly typing: readonly TypingParticipant[] }
  | { readonly type: 'attentionChanged'; readonly chatId: string; readonly attention: ChatAttention | null }
  | { readonly type: 'commandPending'; readonly command: PendingCommand }
  /** The command has ended. `error` says why it failed; without one its effect is confirmed. */
  | { readonly type: 'commandSettled'; readonly command: PendingCommand; readonly error: AppError | null }
  /** `null` if there is no step back to show. */
  | { readonly type: 'stepBackChanged'; readonly stepBack: StepBackState | null };

/**
 * A numbered batch of changes from main. A window applies it only if `epoch` equals its own and `seq` is its own plus
 * one; otherwise it requests a snapshot.
 */
export interface Envelope {
  readonly epoch: number;
  readonly seq: number;
  readonly changes: readonly FloorChange[];
}

/** Action from the menu, the tray or a notification. */
export type ShellAction =
  | { readonly type: 'openChat'; readonly chatId: string }
  | { readonly type: 'openChats' }
  /** `search`: what to find in the list. */
  | { readonly type: 'openAgents'; readonly search?: string }
  | { readonly type: 'openSettings' }
  | { readonly type: 'openHelp'; readonly part: HelpPart }
  | { readonly type: 'checkConnection' }
  | { readonly type: 'signOut' }
  /** Hardware acceleration is off after repeated GPU crashes, from the next start on or since this one. */
  | { readonly type: 'showGpuNotice'; readonly when: 'nextStart' | 'now' };

/** Pushes from main to a window: name -> payload. */
export interface Pushes {
  'floor.envelope': Envelope;
  'shell.action': ShellAction;
  'settings.changed': Settings;
  /** Another window changed a draft. */
  'drafts.changed': DraftRevision;
  /** The monitoring budget took a step or begins to count; windows count down by themselves. */
  'budget.changed': BudgetState;
  /** The journal can no longer be written, or can again. */
  'journal.stateChanged': JournalState;
  /** The supervisor left the workstation or came back. */
  'presence.changed': UserPresence;
  /** The network needs something from the user, or no longer. */
  'network.questionChanged': NetworkQuestion | null;
  /** An update was found, progressed or failed. */
  'updates.changed': UpdateState;
  /** A step of the connection check ended, or the check did. */
  'connectionCheck.changed': ConnectionCheckState;
  /** What the desktop can show changed, or a test notification progressed. */
  'desktop.stateChanged': DesktopState;
  /** An alert sounds. The page replies with `sound.report`. */
  'sound.play': PlayedSound;
  /** The supervisor chose another word in the context menu of a misspelt one. */
  'spelling.replace': SpellingReplacement;
  /** Another window changed the arrangement of the wall or its locked chats. */
  'wall.arranged': SharedWall;
  /** The secret store replied, or its state changed. */
  'session.profileChanged': SignInProfile;
  /** The user can see this window, or no longer: it is hidden or minimised. A hidden page renders nothing. */
  'window.seen': { readonly isSeen: boolean };
  /** Liveness check; see `window.heartbeatAck`. */
  'window.heartbeat': null;
}

export type PushName = keyof Pushes;

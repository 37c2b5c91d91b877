import type { AttentionPreview, AttentionRule, AttentionSettings } from './model/attention';
import type { Medium } from './model/channel';
import type { DraftSendOut, Draft, WorkspaceState, SavedWatch, SentOutDraft, ViewState } from './model/workspace';
import type { ChatCommandRequest, IdempotentRequest, SendTextRequest } from './model/command-request';
import type { Mode, WatchScope } from './model/mode';
import type { SignInProfile } from './model/session';
import type { Language, Settings } from './model/settings';
import type { StepBackItem, StepBackScope } from './model/step-back';
import type { SharedWall, WallProposal } from './model/wall';
import type { ChatOperationCommands, LookupCommands } from './operations';
import type { Snapshot } from './snapshot';
import type { Done } from './result';

export type SignInTarget =
  | { readonly kind: 'practice' }
  | {
      readonly kind: 'server';
      readonly url: string;
      /** Further addresses of the same contact centre, asked in this order when `url` proves to be of no use. */
      readonly otherUrls?: readonly string[];
      readonly userName: string;
      /** `null`: use the remembered one. */
      readonly password: string | null;
      readonly rememberPassword: boolean;
      /** The name agents and customers see when the supervisor is visible; empty: the server's default. */
      readonly nickname: string;
    };

export interface AppInfo {
  readonly version: string;
  /** What `system` means as the language of the console. */
  readonly systemLanguage: Language;
  readonly platform: 'linux' | 'win32' | 'darwin' | 'other';
  /** Address given on the command line (`--server`), to prefill the sign-in. */
  readonly serverFromCommandLine: string | null;
  /** True when started to practise at once, so the sign-in screen may be skipped. */
  readonly startsOnPracticeFloor: boolean;
  /**
   * Said once after a start that found the settings file damaged. `restored`: the last good choices are in force. `reset`:
   * there were none, and all choices are back to their defaults. The damaged file is kept beside the new one.
   */
  readonly settingsProblem?: 'restored' | 'reset' | null;
}

/** Everything a window can ask of main: name -> request and reply. Every reply travels as a `Result`. */
export interface Commands extends ChatOperationCommands, LookupCommands {
  'app.info': { readonly request: null; readonly reply: AppInfo };
  'session.profile': { readonly request: null; readonly reply: SignInProfile };
  'session.signIn': { readonly request: SignInTarget; readonly reply: Done };
  'session.signOut': { readonly request: null; readonly reply: Done };
  'session.forgetPassword': { readonly request: null; readonly reply: Done };
  'floor.snapshot': { readonly request: null; readonly reply: Snapshot };
  'agents.watch': {
    readonly request: IdempotentRequest & {
      readonly agentId: string;
      readonly mode: Mode;
      readonly scope: WatchScope;
      /** Shown to agent and customer; left out or empty: the name given at sign-in. */
      readonly nickname?: string;
    };
    readonly reply: Done;
  };
  'agents.stopWatching': { readonly request: IdempotentRequest & { readonly agentId: string }; readonly reply: Done };
  /** The supervisor's own standing on a channel. Seen when the server tells it. */
  'me.setReady': { readonly request: IdempotentRequest & { readonly medium: Medium }; readonly reply: Done };
  'me.setNotReady': {
    readonly request: IdempotentRequest & { readonly medium: Medium; readonly reasonId: string | null };
    readonly reply: Done;
  };
  'chats.intrude': {
    readonly request: ChatCommandRequest & { readonly agentId: string; readonly mode: Mode };
    readonly reply: Done;
  };
  'chats.accept': { readonly request: ChatCommandRequest; readonly reply: Done };
  /** Under which name to join this chat the next time. In a chat that was joined the name cannot be changed. Empty: the usual one. */
  'chats.nameNextJoin': {
    readonly request: { readonly chatId: string; readonly displayName: string };
    readonly reply: Done;
  };
  'chats.reject': { readonly request: ChatCommandRequest; readonly reply: Done };
  'chats.monitor': { readonly request: ChatCommandRequest; readonly reply: Done };
  'chats.coach': { readonly request: ChatCommandRequest; readonly reply: Done };
  'chats.bargeIn': { readonly request: ChatCommandRequest; readonly reply: Done };
  'chats.sendToEveryone': { readonly request: SendTextRequest; readonly reply: Done };
  'chats.sendToAgents': { readonly request: SendTextRequest; readonly reply: Done };
  /** Tells those who will read the text (`to`) that the supervisor types, or stopped; nobody else. Never sent in monitor mode. */
  'chats.typing': {
    readonly request: {
      readonly chatId: string;
      readonly composedIn: Mode;
      readonly to: 'everyone' | 'agents';
      readonly isTyping: boolean;
    };
    readonly reply: Done;
  };
  /** Returns to monitoring wherever `scope` says; again while one is under way: repeats what failed. See `Snapshot.stepBack`. */
  'stepBack.begin': { readonly request: { readonly scope: StepBackScope }; readonly reply: Done };
  /** Repeats one item that failed. */
  'stepBack.retry': {
    readonly request: { readonly kind: StepBackItem['kind']; readonly id: string };
    readonly reply: Done;
  };
  /** Ends the report. What is under way goes on, and nothing is repeated. */
  'stepBack.close': { readonly request: null; readonly reply: Done };
  /** Takes an ended chat off the list. Local: nothing is sent to the server. */
  'chats.dismiss': { readonly request: { readonly chatId: string }; readonly reply: Done };
  /** Marks reasons of a chat as seen to: they stay quiet until they get worse. Local: nothing is sent to the server. */
  'attention.acknowledge': {
    readonly request: { readonly chatId: string; readonly rules: readonly AttentionRule[] };
    readonly reply: Done;
  };
  /** Takes "seen to" back for all reasons of a chat. */
  'attention.unacknowledge': { readonly request: { readonly chatId: string }; readonly reply: Done };
  /** What these settings would have raised in the last hour. */
  'attention.preview': {
    readonly request: { readonly settings: AttentionSettings };
    readonly reply: AttentionPreview;
  };
  'attention.defaults': { readonly request: null; readonly reply: AttentionSettings };
  'settings.read': { readonly request: null; readonly reply: Settings };
  'settings.change': { readonly request: Partial<Settings>; readonly reply: Settings };
  /** Opens a web address in the user's browser. Only https leaves; anything else is refused. */
  'links.open': { readonly request: { readonly url: string }; readonly reply: Done };
  /** The chat in view, so that no notification is raised for what is being looked at; `null` when none is. */
  'window.setActiveChat': { readonly request: { readonly chatId: string | null }; readonly reply: Done };
  /** The agents whose rows a window shows, so that only they are asked about; `null` when it shows none. */
  'window.showAgents': { readonly request: { readonly agentIds: readonly string[] | null }; readonly reply: Done };
  /** The answer to `window.heartbeat`. A window that owes it for some seconds hangs, and is loaded again. */
  'window.heartbeatAck': { readonly request: null; readonly reply: Done };
  /** What a window wants to find again when it was loaded anew. Held in memory, never on disk; the last one holds. */
  'window.saveView': { readonly request: ViewState; readonly reply: Done };
  'window.restore': { readonly request: null; readonly reply: WorkspaceState };
  /**
   * Answered with the number of this change (see `drafts.changed`) and with the number of the draft, given when its first
   * letter is kept; `null` for an empty text.
   */
  'drafts.save': {
    readonly request: Draft;
    readonly reply: { readonly revision: number; readonly draft: number | null };
  };
  /**
   * A text leaves its field, in every window, for the send named by its `sentAs`. Refused to a window that does not show its last
   * change yet: Enter pressed in two windows at once sends a text once.
   */
  'drafts.sendOut': { readonly request: DraftSendOut; readonly reply: SentOutDraft };
  /** Opens the wall in a window of its own, or brings that one to the front. */
  'wall.openWindow': { readonly request: null; readonly reply: Done };
  'wall.read': { readonly request: null; readonly reply: SharedWall };
  /** Answered with what holds now: the proposal, or what another window settled meanwhile. */
  'wall.settle': { readonly request: WallProposal; readonly reply: SharedWall };
  /** The window no longer shows the wall. */
  'wall.leave': { readonly request: null; readonly reply: Done };
  /** Brings a chat before the person's eyes in the window that shows it in full. */
  'wall.openChat': { readonly request: { readonly chatId: string }; readonly reply: Done };
  /** Watches that were on when the program died; empty when there is nothing to make again. */
  'watches.saved': { readonly request: null; readonly reply: readonly SavedWatch[] };
  /** The offer was taken or declined. */
  'watches.discardSaved': { readonly request: null; readonly reply: Done };
}

export type CommandName = keyof Commands;
export type CommandRequest<N extends CommandName> = Commands[N]['request'];
export type CommandReply<N extends CommandName> = Commands[N]['reply'];

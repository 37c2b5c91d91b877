import type { AttentionRule } from './attention-rules';
import type { AttentionPreview, AttentionSettings } from './model/attention';
import type { AttentionWhy } from './model/attention-why';
import type { BudgetState } from './model/budget';
import type { Medium } from './model/channel';
import type { JournalCheck, JournalExport, JournalPage, JournalPeriod, JournalState } from './model/journal';
import type { ConnectionCheckState } from './model/connection-check';
import type { DesktopState } from './model/desktop';
import type { DraftSendOut, Draft, WorkspaceState, SavedWatch, SentOutDraft, ViewState } from './model/workspace';
import type { IdempotentRequest } from './model/command-request';
import type { Mode, WatchScope } from './model/mode';
import type { ShiftReport } from './model/shift-report';
import type { NetworkAnswer, NetworkQuestion } from './model/network';
import type { SignInProfile } from './model/session';
import type { Language } from './languages';
import type { PolicyState } from './model/policy';
import type { UserPresence } from './model/presence';
import type { UpdateState } from './model/updates';
import type { CrashDumpSummary } from './model/support';
import type { Settings } from './model/settings';
import type { StepBackItem, StepBackScope } from './model/step-back';
import type { SharedWall, WallProposal } from './model/wall';
import type { ChatOperationCommands } from './chat-operations';
import type { LookupCommands } from './lookups';
import type { Snapshot } from './snapshot';
import type { Done } from './result';

export type SignInTarget =
  | { readonly kind: 'practice' }
  | {
      readonly kind: 'server';
      readonly url: string;
      /** Further addresses of the same contact centre, tried in this order when `url` fails. */
      readonly otherUrls?: readonly string[];
      readonly userName: string;
      /** `null` uses the remembered password. */
      readonly password: string | null;
      readonly rememberPassword: boolean;
      /** Name of the server for the list of servers; absent if none was chosen. */
      readonly name?: string;
      /** Name that agents and customers see when the supervisor is visible; empty means the server's default. */
      readonly nickname: string;
    }
  /** Single sign-on: the person signs in on the server's page, in a window of its own. No password passes here. */
  | {
      readonly kind: 'singleSignOn';
      readonly url: string;
      readonly otherUrls?: readonly string[];
      readonly name?: string;
      readonly nickname: string;
    };

export interface AppInfo {
  readonly version: string;
  /** Language that the setting `system` stands for. */
  readonly systemLanguage: Language;
  readonly platform: 'linux' | 'win32' | 'darwin' | 'other';
  /** Address of the command line (`--server`) for the sign-in form. */
  readonly serverFromCommandLine: string | null;
  /** True if the program was started for practice; the sign-in screen may be skipped. */
  readonly startsOnPracticeFloor: boolean;
  /**
   * Reported once, after a start with a damaged settings file. `restored`: the last good settings apply. `reset`: all
   * settings have their defaults. The damaged file is kept next to the new one.
   */
  readonly settingsProblem?: 'restored' | 'reset' | null;
  /** An earlier run ended while someone was signed in, who may still be visible to others; until the next sign-in. */
  readonly isShiftUnfinished?: boolean;
  readonly policy: PolicyState;
}

/** Commands and lookups of a window: name -> request and reply. Every reply is a `Result`. */
export interface Commands extends ChatOperationCommands, LookupCommands {
  'app.info': { readonly request: null; readonly reply: AppInfo };
  'session.profile': { readonly request: null; readonly reply: SignInProfile };
  'session.signIn': { readonly request: SignInTarget; readonly reply: Done };
  /** Ends a sign-in that is under way, and closes its page. */
  'session.cancelSignIn': { readonly request: null; readonly reply: Done };
  'session.signOut': { readonly request: null; readonly reply: Done };
  /** Makes a known server the current one of the sign-in page, which gets its profile. */
  'session.chooseServer': { readonly request: { readonly url: string }; readonly reply: SignInProfile };
  /** Removes a server and its saved password from this computer. */
  'session.removeServer': { readonly request: { readonly url: string }; readonly reply: SignInProfile };
  /** Restores the server that was removed last, as it was. `input.invalid`: another change followed. */
  'session.undoRemoveServer': { readonly request: null; readonly reply: SignInProfile };
  'session.forgetPassword': { readonly request: null; readonly reply: Done };
  'floor.snapshot': { readonly request: null; readonly reply: Snapshot };
  'agents.watch': {
    readonly request: IdempotentRequest & {
      readonly agentId: string;
      readonly mode: Mode;
      readonly scope: WatchScope;
      /** Name shown to agent and customer; absent or empty means the name of the sign-in. */
      readonly nickname?: string;
    };
    readonly reply: Done;
  };
  'agents.stopWatching': { readonly request: IdempotentRequest & { readonly agentId: string }; readonly reply: Done };
  /** Sets the supervisor's own channel to ready; confirmed when the server reports it. */
  'me.setReady': { readonly request: IdempotentRequest & { readonly medium: Medium }; readonly reply: Done };
  'me.setNotReady': {
    readonly request: IdempotentRequest & { readonly medium: Medium; readonly reasonId: string | null };
    readonly reply: Done;
  };
  /** Sets the display name for the next join of this chat; a joined chat keeps its name. Empty means the usual one. */
  'chats.nameNextJoin': {
    readonly request: { readonly chatId: string; readonly displayName: string };
    readonly reply: Done;
  };
  /**
   * Reports to the readers of the text (`to`) only that the supervisor started or stopped typing. Never sent in monitor
   * mode.
   */
  'chats.typing': {
    readonly request: {
      readonly chatId: string;
      readonly composedIn: Mode;
      readonly to: 'everyone' | 'agents';
      readonly isTyping: boolean;
    };
    readonly reply: Done;
  };
  /** Steps back in this scope; a repeated request retries what failed. See `Snapshot.stepBack`. */
  'stepBack.begin': { readonly request: { readonly scope: StepBackScope }; readonly reply: Done };
  /** Repeats one failed item. */
  'stepBack.retry': {
    readonly request: { readonly kind: StepBackItem['kind']; readonly id: string };
    readonly reply: Done;
  };
  /** Closes the report. Pending requests continue, and nothing is repeated. */
  'stepBack.close': { readonly request: null; readonly reply: Done };
  /** Removes an ended chat from the list. Local: sends nothing to the server. */
  'chats.dismiss': { readonly request: { readonly chatId: string }; readonly reply: Done };
  /** Acknowledges reasons of a chat: they stay hidden until they get worse. Local: sends nothing to the server. */
  'attention.acknowledge': {
    readonly request: { readonly chatId: string; readonly rules: readonly AttentionRule[] };
    readonly reply: Done;
  };
  /** Withdraws the acknowledgements of a chat. */
  'attention.unacknowledge': { readonly request: { readonly chatId: string }; readonly reply: Done };
  /** Returns why a chat is where it is in the attention order; `null` while that is not known. */
  'attention.why': { readonly request: { readonly chatId: string }; readonly reply: AttentionWhy | null };
  /** Returns what these settings would have flagged in the last hour. */
  'attention.preview': {
    readonly request: { readonly settings: AttentionSettings };
    readonly reply: AttentionPreview;
  };
  'attention.defaults': { readonly request: null; readonly reply: AttentionSettings };
  /** Records of the signed-in supervisor; see `main/journal`. */
  'journal.read': { readonly request: JournalPeriod; readonly reply: JournalPage };
  'journal.state': { readonly request: null; readonly reply: JournalState };
  /** Checks the whole journal. */
  'journal.check': { readonly request: null; readonly reply: JournalCheck };
  /** What happened in a period, from the records alone. */
  'journal.report': { readonly request: JournalPeriod; readonly reply: ShiftReport };
  /** Asks where to save what the window would print, as PDF. Also succeeds if the user cancels. */
  'journal.savePdf': { readonly request: null; readonly reply: Done };
  /** Asks where to save, and saves. Also succeeds if the user cancels. */
  'journal.export': { readonly request: JournalExport; readonly reply: Done };
  /** Returns the diagnostics as plain text, without names, texts or credentials. */
  'support.diagnostics': { readonly request: null; readonly reply: string };
  /** Asks where to save the diagnostics as they were last returned. Also succeeds if the user cancels. */
  'support.saveDiagnostics': { readonly request: null; readonly reply: Done };
  /** Shows the log in the file manager. */
  'support.showLog': { readonly request: null; readonly reply: Done };
  /** `null`: they cannot be read. */
  'support.crashDumps': { readonly request: null; readonly reply: CrashDumpSummary | null };
  'support.removeCrashDumps': { readonly request: null; readonly reply: CrashDumpSummary | null };
  /** Updates of the program; changes follow as `updates.changed`. */
  'updates.read': { readonly request: null; readonly reply: UpdateState };
  /** Replies after the check, whatever came of it. */
  'updates.check': { readonly request: null; readonly reply: Done };
  'updates.download': { readonly request: null; readonly reply: Done };
  'presence.read': { readonly request: null; readonly reply: UserPresence };
  /** What the network needs from the user now; changes follow as `network.questionChanged`. */
  'network.question': { readonly request: null; readonly reply: NetworkQuestion | null };
  'network.answer': { readonly request: { readonly id: string; readonly answer: NetworkAnswer }; readonly reply: Done };
  /** The user wants to be asked again what was cancelled, and what waits for it is tried again. */
  'network.askAgain': { readonly request: null; readonly reply: Done };
  /** The last connection check; `null` if there was none. Changes follow as `connectionCheck.changed`. */
  'connectionCheck.read': { readonly request: null; readonly reply: ConnectionCheckState | null };
  /** Begins a check of the address in use, or, signed out, of this one. Signed out, it sends no credentials. */
  'connectionCheck.start': { readonly request: { readonly address: string }; readonly reply: Done };
  'connectionCheck.stop': { readonly request: null; readonly reply: Done };
  'desktop.state': { readonly request: null; readonly reply: DesktopState };
  /** Sends a test notification; see `DesktopState.selfTest`. */
  'desktop.test': { readonly request: null; readonly reply: Done };
  /** Dismisses the limits that the window shows. */
  'desktop.dismissNotice': { readonly request: null; readonly reply: Done };
  /** Reports whether the page could play a sound. */
  'sound.report': { readonly request: { readonly isPlayed: boolean }; readonly reply: Done };
  /** How much of the monitoring budget is left; changes follow as `budget.changed`. */
  'budget.read': { readonly request: null; readonly reply: BudgetState };
  'settings.read': { readonly request: null; readonly reply: Settings };
  'settings.change': { readonly request: Partial<Settings>; readonly reply: Settings };
  /** Returns the misspelt ones of these words; `null` if they cannot be checked now, which says nothing about them. */
  'spelling.check': {
    readonly request: { readonly words: readonly string[] };
    readonly reply: readonly string[] | null;
  };
  /** Opens an https address in the user's browser; others are refused. */
  'links.open': { readonly request: { readonly url: string }; readonly reply: Done };
  /** Chat in view, for which no notifications are shown; `null` if there is none. */
  'window.setActiveChat': { readonly request: { readonly chatId: string | null }; readonly reply: Done };
  /** Agents whose rows a window shows; only their chats are queried. `null` if there are none. */
  'window.showAgents': { readonly request: { readonly agentIds: readonly string[] | null }; readonly reply: Done };
  /** Reply to `window.heartbeat`. A window without a reply for the hang timeout is loaded again. */
  'window.heartbeatAck': { readonly request: null; readonly reply: Done };
  /** State to restore after a reload. Kept in memory, never on disk; the last one counts. */
  'window.saveView': { readonly request: ViewState; readonly reply: Done };
  'window.restore': { readonly request: null; readonly reply: WorkspaceState };
  /**
   * Returns the revision of this change (see `drafts.changed`) and the number of the draft, assigned at its first
   * letter; `null` for an empty text.
   */
  'drafts.save': {
    readonly request: Draft;
    readonly reply: { readonly revision: number; readonly draft: number | null };
  };
  /**
   * Removes a text from its field in every window, for the send with request id `sentAs`. Refused to a window without
   * the last change: Enter pressed in two windows sends a text once.
   */
  'drafts.sendOut': { readonly request: DraftSendOut; readonly reply: SentOutDraft };
  /** Opens the wall window or focuses it. */
  'wall.openWindow': { readonly request: null; readonly reply: Done };
  'wall.read': { readonly request: null; readonly reply: SharedWall };
  /** Returns the current arrangement: the proposal, or a newer one of another window. */
  'wall.settle': { readonly request: WallProposal; readonly reply: SharedWall };
  /** The window no longer shows the wall. */
  'wall.leave': { readonly request: null; readonly reply: Done };
  /** Shows a chat in the main window and focuses it. */
  'wall.openChat': { readonly request: { readonly chatId: string }; readonly reply: Done };
  /** Watches that were active when the program ended; empty if there is nothing to resume. */
  'watches.saved': { readonly request: null; readonly reply: readonly SavedWatch[] };
  /** Discards the offer after it was accepted or declined. */
  'watches.discardSaved': { readonly request: null; readonly reply: Done };
}

export type CommandName = keyof Commands;
export type OperationCommandName = keyof ChatOperationCommands;
export type CommandRequest<N extends CommandName> = Commands[N]['request'];
export type CommandReply<N extends CommandName> = Commands[N]['reply'];

import { chatOperationNames } from './chat-operations';
import type { CommandName, OperationCommandName } from './commands';
import type { PushName } from './events';

/**
 * All IPC names, kept complete by the compiler; those of the operations come from their record. The only place that
 * defines channels.
 */
const otherCommands: Readonly<Record<Exclude<CommandName, OperationCommandName>, true>> = {
  'app.info': true,
  'session.profile': true,
  'session.signIn': true,
  'session.cancelSignIn': true,
  'session.signOut': true,
  'session.chooseServer': true,
  'session.removeServer': true,
  'session.undoRemoveServer': true,
  'session.forgetPassword': true,
  'floor.snapshot': true,
  'agents.watch': true,
  'agents.stopWatching': true,
  'me.setReady': true,
  'me.setNotReady': true,
  'chats.typing': true,
  'chats.nameNextJoin': true,
  'stepBack.begin': true,
  'stepBack.retry': true,
  'stepBack.close': true,
  'chats.dismiss': true,
  'directory.find': true,
  'dispositions.list': true,
  'history.ofCustomer': true,
  'history.transcript': true,
  'attention.acknowledge': true,
  'attention.unacknowledge': true,
  'attention.why': true,
  'attention.preview': true,
  'attention.defaults': true,
  'journal.read': true,
  'journal.state': true,
  'journal.check': true,
  'journal.report': true,
  'journal.savePdf': true,
  'journal.export': true,
  'support.diagnostics': true,
  'support.saveDiagnostics': true,
  'support.showLog': true,
  'support.crashDumps': true,
  'support.removeCrashDumps': true,
  'updates.read': true,
  'updates.check': true,
  'updates.download': true,
  'presence.read': true,
  'network.question': true,
  'network.answer': true,
  'network.askAgain': true,
  'connectionCheck.read': true,
  'connectionCheck.start': true,
  'connectionCheck.stop': true,
  'desktop.state': true,
  'desktop.test': true,
  'desktop.dismissNotice': true,
  'sound.report': true,
  'budget.read': true,
  'settings.read': true,
  'settings.change': true,
  'spelling.check': true,
  'links.open': true,
  'window.setActiveChat': true,
  'window.showAgents': true,
  'window.heartbeatAck': true,
  'window.saveView': true,
  'window.restore': true,
  'drafts.save': true,
  'drafts.sendOut': true,
  'wall.openWindow': true,
  'wall.read': true,
  'wall.settle': true,
  'wall.leave': true,
  'wall.openChat': true,
  'watches.saved': true,
  'watches.discardSaved': true,
};

const pushes: Readonly<Record<PushName, true>> = {
  'floor.envelope': true,
  'shell.action': true,
  'settings.changed': true,
  'drafts.changed': true,
  'budget.changed': true,
  'journal.stateChanged': true,
  'presence.changed': true,
  'network.questionChanged': true,
  'updates.changed': true,
  'connectionCheck.changed': true,
  'desktop.stateChanged': true,
  'sound.play': true,
  'spelling.replace': true,
  'wall.arranged': true,
  'session.profileChanged': true,
  'window.seen': true,
  'window.heartbeat': true,
};

const operationCommands = chatOperationNames.map((name): OperationCommandName => `chats.${name}`);

export const commandNames: readonly CommandName[] = [
  ...(Object.keys(otherCommands) as Exclude<CommandName, OperationCommandName>[]),
  ...operationCommands,
];
const knownCommands: ReadonlySet<unknown> = new Set(commandNames);
export const pushNames = Object.keys(pushes) as readonly PushName[];

export function isCommandName(name: unknown): name is CommandName {
  return knownCommands.has(name);
}

export function isPushName(name: unknown): name is PushName {
  return typeof name === 'string' && Object.hasOwn(pushes, name);
}

export function commandChannel(name: CommandName): string {
  return `sightline:command:${name}`;
}

export function pushChannel(name: PushName): string {
  return `sightline:push:${name}`;
}

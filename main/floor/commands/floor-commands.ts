import type { CommandName, CommandRequest, Done, Result } from '../../../preload/contract';
import { createFloorLookups, type FloorLookups } from '../lookups/lookups';
import { accept } from './accept';
import { complete } from './complete';
import { deleteDatum, setDatum, setDisposition } from './customer-data';
import { dismiss } from './dismiss';
import { nameNextJoin } from './name-next-join';
import { cancelConsult, consult, invite, removeParticipant, transfer } from './hand-over';
import { keepUsedUpWatchesEnded } from './end-used-up-watches';
import { IntentDesk } from './intent-desk';
import { intrude } from './intrude';
import { leave } from './leave';
import type { CommandTools } from './command-tools';
import { setNotReady, setReady } from './own-channel';
import type { CommandPorts } from './ports';
import { keepDoubtsSettled } from './settle-doubts';
import { reject } from './reject';
import { keepWatchesRenewed } from './renew-watches';
import { pushUrl, send, sendNotice } from './send';
import { SendQueue } from './send-queue';
import { stopWatching } from './stop-watching';
import { switchMode } from './switch-mode';
import { typing } from './typing';
import { watch } from './watch';
import { WatchTurns } from './watch-turns';

type FloorCommandName = Extract<CommandName, `agents.${string}` | `chats.${string}` | `me.${string}`>;

/** Everything a supervisor can do or look up, under the names a window asks for it. */
export type FloorCommands = FloorLookups & {
  readonly [N in FloorCommandName]: (request: CommandRequest<N>) => Promise<Result<Done>>;
};

/** Plugs the commands in. They live as long as the application; `dispose` stops their timers and listening. */
export function createFloorCommands(ports: CommandPorts): {
  readonly commands: FloorCommands;
  readonly dispose: () => void;
} {
  const desk = new IntentDesk(ports);
  const tools: CommandTools = { ...ports, desk, turns: new WatchTurns(), sendQueue: new SendQueue() };
  const undoRenewal = keepWatchesRenewed(tools);
  const undoUsedUp = keepUsedUpWatchesEnded(tools);
  const undoReadBack = keepDoubtsSettled(ports);
  const once =
    <R extends { readonly requestId: string }>(action: (tools: CommandTools, request: R) => Promise<Result<Done>>) =>
    (request: R): Promise<Result<Done>> =>
      desk.once(request.requestId, () => action(tools, request));
  const commands: FloorCommands = {
    ...createFloorLookups(ports),
    'agents.watch': once(watch),
    'agents.stopWatching': once(stopWatching),
    'me.setReady': once(setReady),
    'me.setNotReady': once(setNotReady),
    'chats.intrude': once(intrude),
    'chats.accept': once(accept),
    'chats.reject': once(reject),
    'chats.monitor': once((all, request) => switchMode(all, request, 'monitor')),
    'chats.coach': once((all, request) => switchMode(all, request, 'coach')),
    'chats.bargeIn': once((all, request) => switchMode(all, request, 'bargeIn')),
    'chats.sendToEveryone': once((all, request) => send(all, request, 'sendToEveryone')),
    'chats.sendToAgents': once((all, request) => send(all, request, 'sendToAgents')),
    'chats.sendNoticeToEveryone': once((all, request) => sendNotice(all, request, 'sendNoticeToEveryone')),
    'chats.sendNoticeToAgents': once((all, request) => sendNotice(all, request, 'sendNoticeToAgents')),
    'chats.pushUrl': once(pushUrl),
    'chats.leave': once(leave),
    'chats.complete': once(complete),
    'chats.transfer': once(transfer),
    'chats.consult': once(consult),
    'chats.cancelConsult': once(cancelConsult),
    'chats.invite': once(invite),
    'chats.removeParticipant': once(removeParticipant),
    'chats.setDisposition': once(setDisposition),
    'chats.setDatum': once(setDatum),
    'chats.deleteDatum': once(deleteDatum),
    'chats.typing': (request) => typing(tools, request),
    'chats.nameNextJoin': (request) => Promise.resolve(nameNextJoin(tools, request)),
    'chats.dismiss': (request) => Promise.resolve(dismiss(tools, request)),
  };
  return {
    commands,
    dispose: () => {
      undoRenewal();
      undoUsedUp();
      undoReadBack();
      desk.dispose();
    },
  };
}

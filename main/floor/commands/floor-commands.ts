import type { CommandName, CommandRequest, Done, Result } from '../../../preload/contract';
import { accept } from './accept';
import { dismiss } from './dismiss';
import { IntentDesk } from './intent-desk';
import { intrude } from './intrude';
import { leave } from './leave';
import type { CommandTools } from './command-tools';
import type { CommandPorts } from './ports';
import { keepDoubtsSettled } from './read-back';
import { reject } from './reject';
import { keepWatchesRenewed } from './renew-watches';
import { sendToAgents, sendToEveryone } from './send';
import { stopWatching } from './stop-watching';
import { switchMode } from './switch-mode';
import { typing } from './typing';
import { watch } from './watch';
import { WatchTurns } from './watch-turns';

type FloorCommandName = Extract<CommandName, `agents.${string}` | `chats.${string}`>;

/** Everything a supervisor can do, under the names a window asks for it. */
export type FloorCommands = {
  readonly [N in FloorCommandName]: (request: CommandRequest<N>) => Promise<Result<Done>>;
};

/** Plugs the commands in. They live as long as the application; `dispose` stops their timers and listening. */
export function createFloorCommands(ports: CommandPorts): {
  readonly commands: FloorCommands;
  readonly dispose: () => void;
} {
  const desk = new IntentDesk(ports);
  const tools: CommandTools = { ...ports, desk, turns: new WatchTurns() };
  const undoRenewal = keepWatchesRenewed(tools);
  const undoReadBack = keepDoubtsSettled(ports);
  const once =
    <R extends { readonly requestId: string }>(action: (tools: CommandTools, request: R) => Promise<Result<Done>>) =>
    (request: R): Promise<Result<Done>> =>
      desk.once(request.requestId, () => action(tools, request));
  const commands: FloorCommands = {
    'agents.watch': once(watch),
    'agents.stopWatching': once(stopWatching),
    'chats.intrude': once(intrude),
    'chats.accept': once(accept),
    'chats.reject': once(reject),
    'chats.monitor': once((all, request) => switchMode(all, request, 'monitor')),
    'chats.coach': once((all, request) => switchMode(all, request, 'coach')),
    'chats.bargeIn': once((all, request) => switchMode(all, request, 'bargeIn')),
    'chats.sendToEveryone': once(sendToEveryone),
    'chats.sendToAgents': once(sendToAgents),
    'chats.leave': once(leave),
    'chats.typing': (request) => typing(tools, request),
    'chats.dismiss': (request) => Promise.resolve(dismiss(tools, request)),
  };
  return {
    commands,
    dispose: () => {
      undoRenewal();
      undoReadBack();
      desk.dispose();
    },
  };
}

import type {
  AppError,
  CommandName,
  CommandRequest,
  Done,
  IdempotentRequest,
  Mode,
  OperationCommandName,
  Result,
  StepBackItem,
} from '../../../preload/contract';
import { done } from '../../base/result';
import { createFloorLookups, type FloorLookups } from '../lookups/lookups';
import { InvitationModes } from '../step-back/invitation-modes';
import { StepBack } from '../step-back/step-back';
import { WatchExposure } from '../step-back/watch-exposure';
import { chatOperationRuns } from './chat-operations';
import { dismiss } from './dismiss';
import { nameNextJoin } from './name-next-join';
import { endConsumedWatches } from './end-consumed-watches';
import { CommandDispatcher } from './command-dispatcher';
import type { CommandContext } from './command-context';
import { monitorWatch } from './monitor-watch';
import { setNotReady, setReady } from './own-channel';
import { whyNotNow } from './permission';
import type { CommandPorts } from './ports';
import { resyncWhenNeeded } from './resync-when-needed';
import { keepWatchesSettled } from './settle-watches';
import { reject } from './reject';
import { renewWatchesAfterSessionChange } from './renew-watches';
import { SendQueue } from './send-queue';
import { stopWatching } from './stop-watching';
import { switchMode } from './switch-mode';
import { typing } from './typing';
import { watch } from './watch';
import { WatchRequestQueue } from './watch-request-queue';

type FloorCommandName = Extract<
  CommandName,
  `agents.${string}` | `chats.${string}` | `me.${string}` | `stepBack.${string}`
>;

/** All commands and lookups on the floor by IPC name. */
export type FloorCommands = FloorLookups & {
  readonly [N in FloorCommandName]: (request: CommandRequest<N>) => Promise<Result<Done>>;
};

/** Commands that change state on the server. */
type FloorActions = Omit<
  FloorCommands,
  keyof FloorLookups | 'chats.dismiss' | 'chats.nameNextJoin' | `stepBack.${'begin' | 'retry' | 'close'}`
>;

/** Creates the commands. They live as long as the application; `dispose` stops their timers and subscriptions. */
export function createFloorCommands(ports: CommandPorts): {
  readonly commands: FloorCommands;
  readonly stepBack: StepBack;
  /** Returns the mode that an invitation requested by this supervisor leads to; `null` if it is not known. */
  readonly invitedTo: (chatId: string) => Mode | null;
  readonly dispose: () => void;
} {
  const dispatcher = new CommandDispatcher(ports);
  const watchExposure = new WatchExposure(ports.clock);
  const invitationModes = new InvitationModes(ports.floorStore);
  const tools: CommandContext = {
    ...ports,
    dispatcher,
    turns: new WatchRequestQueue(),
    sendQueue: new SendQueue(),
    watchExposure,
    invitationModes,
  };
  const stepBack = createStepBack(tools);
  const disposeRenewal = renewWatchesAfterSessionChange(tools);
  const disposeConsumed = endConsumedWatches(tools);
  const disposeResync = resyncWhenNeeded(ports);
  const disposeSettling = keepWatchesSettled(tools);
  const once: Once =
    (action) =>
    (request): Promise<Result<Done>> =>
      dispatcher.deduplicate(request.requestId, () => action(tools, request));
  const local = (run: () => void): Promise<Result<Done>> => {
    run();
    return Promise.resolve(done);
  };
  const actions: FloorActions = {
    'agents.watch': once(watch),
    'agents.stopWatching': once(stopWatching),
    'me.setReady': once(setReady),
    'me.setNotReady': once(setNotReady),
    ...operationsAs(once),
    'chats.typing': (request) => typing(tools, request),
  };
  const commands: FloorCommands = {
    ...createFloorLookups(ports),
    ...onlyWhilePermitted(actions, (name, request) => whyNotNow({ ...tools, stepBack }, name, request)),
    'chats.nameNextJoin': (request) => Promise.resolve(nameNextJoin(tools, request)),
    'chats.dismiss': (request) => Promise.resolve(dismiss(tools, request)),
    'stepBack.begin': ({ scope }) => local(() => stepBack.begin(scope)),
    'stepBack.retry': (item: Pick<StepBackItem, 'kind' | 'id'>) => local(() => stepBack.retry(item)),
    'stepBack.close': () => local(() => stepBack.close()),
  };
  return {
    commands,
    stepBack,
    invitedTo: (chatId) => invitationModes.open.get(chatId) ?? null,
    dispose: () => {
      disposeRenewal();
      disposeConsumed();
      disposeResync();
      disposeSettling();
      stepBack.dispose();
      invitationModes.dispose();
      dispatcher.dispose();
    },
  };
}

type Once = <R extends IdempotentRequest>(
  action: (tools: CommandContext, request: R) => Promise<Result<Done>>,
) => (request: R) => Promise<Result<Done>>;

/** Returns the operations on a chat as commands. */
function operationsAs(once: Once): Pick<FloorActions, OperationCommandName> {
  const commands = Object.entries(chatOperationRuns).map(([name, run]) => [
    `chats.${name}`,
    once(run as (tools: CommandContext, request: IdempotentRequest) => Promise<Result<Done>>),
  ]);
  return Object.fromEntries(commands) as Pick<FloorActions, OperationCommandName>;
}

/** Wraps the actions so that each one is checked against `whyNotNow` before it runs. */
function onlyWhilePermitted(
  actions: FloorActions,
  disabledReason: (name: CommandName, request: object) => AppError | null,
): FloorActions {
  const checked = Object.entries(actions).map(([name, action]) => {
    const run = action as (request: object) => Promise<Result<Done>>;
    return [
      name,
      (request: object): Promise<Result<Done>> => {
        const error = disabledReason(name as CommandName, request);
        return error === null ? run(request) : Promise.resolve({ ok: false, error });
      },
    ];
  });
  return Object.fromEntries(checked) as FloorActions;
}

function createStepBack(tools: CommandContext): StepBack {
  let requests = 0;
  const newId = (): string => `step-back-${String((requests += 1))}`;
  return new StepBack({
    ...tools,
    end: {
      monitorChat: (chatId) => switchMode(tools, { requestId: newId(), chatId }, 'monitor'),
      declineInvitation: (chatId) => reject(tools, { requestId: newId(), chatId }),
      monitorWatch: (agentId) => monitorWatch(tools, agentId, newId()),
    },
    resynchronise: () => tools.contactCentre()?.resynchronise(),
  });
}

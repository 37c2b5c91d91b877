import type { CommandName, CommandReply, CommandRequest, Result } from '../../preload/contract';
import { commandChannel, commandNames } from '../../preload/contract/channels';
import type { Logger } from '../base/log';
import { fail } from '../base/result';
import { requestSchemas } from './requests';

/** Who asks. Both facts are found out by the room with OS power, never told by the page. */
export interface IpcCaller {
  /** The main frame of one of our own windows, showing our own page. */
  readonly isTrusted: boolean;
  readonly windowId: number;
}

/** As much of Electron's main side as the counter stands on. */
export interface IpcPort {
  handle(channel: string, listener: (caller: IpcCaller, payload: unknown) => Promise<unknown>): void;
}

/** One answer per command; a command without one does not compile. */
export type Handlers = {
  readonly [N in CommandName]: (request: CommandRequest<N>, caller: IpcCaller) => Promise<Result<CommandReply<N>>>;
};

/**
 * The counter in the wall. For every command: who asks is checked first, then what is asked, and only then is it done.
 *
 * A stranger is turned away before the payload is looked at. A payload of the wrong shape is refused without being
 * told why, and logged by the paths that did not fit, never by their values. A handler that throws is a fault of ours:
 * it is logged whole and becomes `internal`, so that a window always gets a `Result` and never Electron's own rejection.
 */
export function registerIpcHandlers(port: IpcPort, handlers: Handlers, log: Logger): void {
  for (const name of commandNames) openCommand(name, handlers[name], port, log);
}

function openCommand<N extends CommandName>(name: N, answer: Handlers[N], port: IpcPort, log: Logger): void {
  port.handle(commandChannel(name), async (caller, payload): Promise<Result<CommandReply<N>>> => {
    if (!caller.isTrusted) {
      log.warn('a stranger knocked', { command: name });
      return fail('command.forbidden');
    }
    try {
      const request = requestSchemas[name].safeParse(payload);
      if (!request.success) {
        const paths = request.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
        log.warn('a request did not fit', { command: name, paths });
        return fail('input.invalid');
      }
      return await answer(request.data, caller);
    } catch (cause) {
      log.error('a command failed unexpectedly', { command: name, cause });
      return fail('internal');
    }
  });
}

import type { CommandName, CommandReply, CommandRequest, Result } from '../../preload/contract';
import { commandChannel, commandNames } from '../../preload/contract/channels';
import type { Logger } from '../base/log';
import { fail } from '../base/result';
import { requestSchemas } from './requests';

/** Sender of a request. The Electron adapter determines both facts; the page cannot set them. */
export interface IpcCaller {
  /** True for the main frame of one of our windows that shows our page. */
  readonly isTrusted: boolean;
  readonly windowId: number;
}

/** The used part of Electron's IPC. */
export interface IpcPort {
  handle(channel: string, listener: (caller: IpcCaller, payload: unknown) => Promise<unknown>): void;
}

/** One handler per command; a missing one does not compile. */
export type Handlers = {
  readonly [N in CommandName]: (request: CommandRequest<N>, caller: IpcCaller) => Promise<Result<CommandReply<N>>>;
};

/**
 * Registers the handlers. For each command it checks the sender, then the request, then calls the handler.
 *
 * An untrusted sender is rejected before the request is read. An invalid request is refused without details and logged
 * by the paths of the wrong fields, never by their values. A handler that throws is logged and returns `internal`, so
 * that a window always gets a `Result`.
 */
export function registerIpcHandlers(port: IpcPort, handlers: Handlers, log: Logger): void {
  for (const name of commandNames) openCommand(name, handlers[name], port, log);
}

function openCommand<N extends CommandName>(name: N, handler: Handlers[N], port: IpcPort, log: Logger): void {
  port.handle(commandChannel(name), async (caller, payload): Promise<Result<CommandReply<N>>> => {
    if (!caller.isTrusted) {
      log.warn('rejected IPC command: untrusted sender', { command: name });
      return fail('command.forbidden');
    }
    try {
      const request = requestSchemas[name].safeParse(payload);
      if (!request.success) {
        const paths = request.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.code}`);
        log.warn('rejected IPC command: invalid request', { command: name, paths });
        return fail('input.invalid');
      }
      return await handler(request.data, caller);
    } catch (cause) {
      log.error('command handler threw', { command: name, cause });
      return fail('internal');
    }
  });
}

import type { CommandName, CommandReply, CommandRequest } from './commands';
import type { PushName, Pushes } from './events';
import type { Result } from './result';

/** API of the page, as `window.sightline`. */
export interface Bridge {
  invoke<N extends CommandName>(name: N, request: CommandRequest<N>): Promise<Result<CommandReply<N>>>;
  /** Subscribes to a push; returns a disposer. */
  on<N extends PushName>(name: N, listener: (payload: Pushes[N]) => void): Disposer;
}

/** Unsubscribes or cancels a timer; calling it twice is harmless. */
export type Disposer = () => void;

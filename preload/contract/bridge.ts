import type { CommandName, CommandReply, CommandRequest } from './commands';
import type { PushName, Pushes } from './events';
import type { Result } from './result';

/** All that the renderer sees of the outside, as `window.sightline`. */
export interface Bridge {
  invoke<N extends CommandName>(name: N, request: CommandRequest<N>): Promise<Result<CommandReply<N>>>;
  /** Subscribes; the returned function undoes it. */
  on<N extends PushName>(name: N, listener: (payload: Pushes[N]) => void): Disposer;
}

/** Undoes a subscription or a timer; calling it twice is harmless. */
export type Disposer = () => void;

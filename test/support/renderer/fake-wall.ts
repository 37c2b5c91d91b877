import type { CommandName, CommandReply, CommandRequest, Pushes, Result } from '../../../preload/contract';
import { WallArrangement } from '../../../main/settings/wall-arrangement';

type WallCommand = Extract<CommandName, `wall.${string}`>;

const windowId = 1;

/** Main's arrangement of the wall for the window of a fake bridge. */
export function oneWindowWall(push: (wall: Pushes['wall.arranged']) => void): WallArrangement {
  return new WallArrangement(
    () => [windowId],
    (_id, wall) => {
      push(wall);
    },
  );
}

/** The commands of the wall, answered from main's own arrangement for one window. */
export function fakeWall(wall: WallArrangement): {
  [N in WallCommand]: (request: CommandRequest<N>) => Result<CommandReply<N>>;
} {
  const accepted = { ok: true, value: null } as const;
  return {
    'wall.read': () => ({ ok: true, value: wall.read(windowId) }),
    'wall.settle': (proposal) => ({ ok: true, value: wall.settle(windowId, proposal) }),
    'wall.leave': () => (wall.leave(windowId), accepted),
    'wall.openWindow': () => accepted,
    'wall.openChat': () => accepted,
  };
}

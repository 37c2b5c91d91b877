import type { StoppedPicture } from './electron/stopped-page';
import { trayStateOf } from './electron/tray/tray-state';
import type { FloorPicture } from './floor/truth';
import { visibleChats } from './step-back';

/** What the plain page tells that stands in for a broken window: the connection, who sees the supervisor, what is unsent. */
export function stoppedPictureOf(picture: FloorPicture, draftCount: number): StoppedPicture {
  const { connection: standing, icon } = trayStateOf(picture);
  const visible = visibleChats(picture.chats);
  const isSteppingBack =
    visible.length > 0 &&
    visible.every(({ id }) => picture.pending.some(({ kind, chatId }) => kind === 'monitor' && chatId === id));
  return { standing, icon, visibleCount: visible.length, isSteppingBack, draftCount };
}

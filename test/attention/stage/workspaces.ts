import { eventually } from '../../support/electron/eventually';
import type { StandInNotifications } from '../../support/desktop/stand-in-notifications';
import type { FloorProcess } from '../../support/practice/floor-process';
import type { MeasureContext } from '../../faults/measure';
import { AlertedChats } from './alerted-chats';
import type { AttendedConsole } from './attended-console';
import { waitForToast } from './toasts';

const withinMs = 8_000;

/** A desktop with two workspaces. */
export interface Workspaces {
  readonly goTo: (workspace: 1 | 2) => Promise<void>;
  /** Returns whether the console's window is where the user looks, and has the focus. */
  readonly isInFront: () => Promise<boolean>;
}

export interface ClickTrial {
  readonly workspaces: Workspaces;
  readonly service: StandInNotifications;
  readonly floor: FloorProcess;
  readonly console: AttendedConsole;
  readonly clicks: number;
  readonly report: MeasureContext['report'];
}

/** Clicks on toasts while the window is on another workspace. Returns how many brought the chat to the user. */
export async function clickFromElsewhere(trial: ClickTrial): Promise<number> {
  const { workspaces, service, floor, console, clicks, report } = trial;
  const chats = new AlertedChats(floor.control, console.agents);
  let right = 0;
  for (let click = 0; click < clicks; click += 1) {
    // The window comes along with each click, so the user leaves it behind in turn.
    const chat = await chats.start();
    await chats.alarm(chat);
    const { id } = await waitForToast(console, service, chat);
    await workspaces.goTo(click % 2 === 0 ? 2 : 1);
    service.click(id);
    const isRight = async (): Promise<boolean> =>
      (await workspaces.isInFront()) && (await console.inFront()).chatId === chat.chatId;
    const seen = await eventually('the chat is in front', isRight, (one) => one, withinMs).catch(() => false);
    if (seen) right += 1;
    else report(`click ${click + 1}: the window is not in front of the user`);
    await chats.end(chat);
  }
  return right;
}

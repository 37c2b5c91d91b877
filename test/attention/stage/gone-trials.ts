import type { DesktopLimit } from '../../../preload/contract';
import { BusCapture } from '../../support/desktop/bus-capture';
import type { DesktopProgram } from '../../support/desktop/desktop-program';
import { startDunst } from '../../support/desktop/dunst';
import { notifyAsStranger } from '../../support/desktop/stranger';
import { StandInTrayHost } from '../../support/desktop/stand-in-tray-host';
import { eventually } from '../../support/electron/eventually';
import { FloorProcess } from '../../support/practice/floor-process';
import { pause } from '../../faults/live/within-deadline';
import { settingsForAlerts } from './alert-settings';
import { AlertedChats, type AlertedChat } from './alerted-chats';
import { AttendedConsole } from './attended-console';
import { openSession, serveNotifications, type DesktopSession, type Endings } from './desktop-session';
import { NoticeLog } from './notice-log';
import { waitForToast } from './toasts';

const backWithinMs = 10_000;
/** A limit is shown once it has lasted 4 s. */
const shownWithinMs = 12_000;

/** What went wrong; empty if nothing did. */
export type GoneTrial = (endings: Endings, rounds: number) => Promise<readonly string[]>;

class GoneStage {
  readonly faults: string[] = [];
  readonly console: AttendedConsole;
  readonly chats: AlertedChats;
  readonly notices: NoticeLog;

  private constructor(console: AttendedConsole, chats: AlertedChats, notices: NoticeLog) {
    this.console = console;
    this.chats = chats;
    this.notices = notices;
  }

  static async open(endings: Endings, environment: DesktopSession['environment'], seed = 1): Promise<GoneStage> {
    const floor = endings.add(await FloorProcess.start({ seed, agents: 4 }), (one) => one.stop());
    const options = { floor, environment, settings: settingsForAlerts };
    const console = endings.add(await AttendedConsole.open(options), (one) => one.close());
    const notices = await NoticeLog.follow(console);
    return new GoneStage(console, new AlertedChats(floor.control, console.agents), notices);
  }

  async raise(): Promise<AlertedChat> {
    const chat = await this.chats.start();
    await this.chats.alarm(chat);
    return chat;
  }

  /** Expects a limit to be shown once more than before, and to stay away once it is dismissed. */
  async expectNotice(limit: DesktopLimit, times: number): Promise<void> {
    const count = (): Promise<number> => this.notices.timesOf(limit);
    await eventually(limit, count, (seen) => seen >= times, shownWithinMs).catch(() => null);
    const seen = await count();
    if (seen !== times) this.faults.push(`${limit} was shown ${seen} times instead of ${times}`);
  }

  async expectInList({ chatId, customer }: AlertedChat): Promise<void> {
    const look = (): Promise<ReadonlyMap<string, readonly string[]>> => this.console.hotReasons();
    const seen = await eventually(customer, look, (hot) => (hot.get(chatId)?.length ?? 0) > 0).catch(() => null);
    if (seen === null) this.faults.push(`${customer} is not in the list`);
  }

  close(): readonly string[] {
    if (!this.console.isRunning) this.faults.push('the program has ended');
    return [...this.faults, ...this.console.launched.problems];
  }
}

function withTrayHost(endings: Endings, { bus }: DesktopSession): Promise<StandInTrayHost> {
  return StandInTrayHost.start(bus.address).then((host) =>
    endings.add(host, (one) => {
      one.stop();
    }),
  );
}

export const goneTrials: Readonly<Record<string, GoneTrial>> = {
  'killed and restarted': async (endings, rounds) => {
    const session = await openSession(endings);
    await withTrayHost(endings, session);
    const capture = endings.add(await BusCapture.start(session.bus.address), (one) => {
      one.stop();
    });
    let dunst: DesktopProgram = startDunst(session.environment);
    endings.add(null, () => dunst.stop());
    const stage = await GoneStage.open(endings, session.environment);
    const expectToast = async ({ customer }: AlertedChat, when: string, since: number): Promise<void> => {
      const find = () =>
        capture.notified.find(({ body, id, at }) => at >= since && id !== null && body.includes(customer));
      const seen = await eventually(
        customer,
        () => Promise.resolve(find()),
        (one) => one !== undefined,
        backWithinMs,
      ).catch(() => null);
      if (seen === null) stage.faults.push(`no notification ${when}`);
    };
    const strangers: number[] = [];
    for (let round = 1; round <= rounds; round += 1) {
      const before = await stage.raise();
      await expectToast(before, 'before the kill', 0);
      await dunst.stop('SIGKILL');
      const meanwhile = await stage.raise();
      await stage.expectInList(meanwhile);
      await stage.expectNotice('noService', round);
      const since = performance.now();
      dunst = startDunst(session.environment);
      // The new service counts its notifications from 1, so the stranger gets the number that ours had.
      strangers.push(await notifyAsStranger(session.bus.address));
      await expectToast(meanwhile, 'after the restart', since);
      if (round === 1) await expectToast(before, 'again after the restart', since);
      for (const chat of [before, meanwhile]) await stage.chats.end(chat);
      const isShown = (): Promise<boolean> => stage.notices.isShown('noService');
      await eventually('the notice ends', isShown, (shown) => !shown).catch(() => {
        stage.faults.push('the notice stays after the restart');
      });
      await pause(500);
      if (capture.closed.some(({ id }) => strangers.includes(id))) {
        stage.faults.push('the notification of another program was closed');
      }
      capture.closed.length = 0;
      strangers.length = 0;
    }
    return stage.close();
  },
  'a bus that cannot be reached': async (endings, rounds) => {
    const session = await openSession(endings);
    for (let round = 1; round <= Math.min(rounds, 3); round += 1) {
      const stage = await GoneStage.open(endings, { ...session.environment, DBUS_SESSION_BUS_ADDRESS: 'disabled:' });
      await stage.expectInList(await stage.raise());
      await stage.expectNotice('noBus', 1);
      await stage.notices.dismiss();
      await stage.expectInList(await stage.raise());
      await stage.expectNotice('noBus', 1);
      if (stage.close().length > 0) return stage.close();
    }
    return [];
  },
  'permission off and on': async (endings, rounds) => {
    const session = await openSession(endings);
    await withTrayHost(endings, session);
    const service = await serveNotifications(endings, session);
    const stage = await GoneStage.open(endings, session.environment);
    for (let round = 1; round <= rounds; round += 1) {
      service.setDenying(true);
      const denied = [await stage.raise(), await stage.raise()];
      for (const chat of denied) await stage.expectInList(chat);
      await stage.expectNotice('denied', round);
      service.setDenying(false);
      const allowed = await stage.raise();
      for (const chat of [allowed, ...denied]) {
        await waitForToast(stage.console, service, chat, backWithinMs).catch(() => {
          stage.faults.push(`no notification once it is allowed again, round ${round}`);
        });
      }
      for (const chat of [allowed, ...denied]) await stage.chats.end(chat);
      await eventually(
        'the notice ends',
        () => stage.notices.isShown('denied'),
        (shown) => !shown,
      ).catch(() => {
        stage.faults.push('the notice stays once it is allowed again');
      });
    }
    return stage.close();
  },
};

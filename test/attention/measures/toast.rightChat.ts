import { BusCapture } from '../../support/desktop/bus-capture';
import { startDunst } from '../../support/desktop/dunst';
import type { StandInNotifications } from '../../support/desktop/stand-in-notifications';
import type { VirtualScreen } from '../../support/desktop/virtual-screen';
import { eventually } from '../../support/electron/eventually';
import { FloorProcess } from '../../support/practice/floor-process';
import type { Measure, MeasureContext } from '../../faults/measure';
import { Chance } from '../../faults/world/chance';
import { settingsForAlerts } from '../stage/alert-settings';
import { AlertedChats, type AlertedChat } from '../stage/alerted-chats';
import { AttendedConsole } from '../stage/attended-console';
import { openSession, serveNotifications, withEndings, type Endings } from '../stage/desktop-session';
import { photographFile } from '../stage/photographs';
import { windowStates, type WindowState } from '../stage/window-states';

/** The click counts, not its time: a crashed page is loaded again first, on a machine that may be busy. */
const openWithinMs = 30_000;

interface Clicks {
  readonly wrong: string[];
  clicks: number;
}

interface Stage {
  readonly console: AttendedConsole;
  readonly chats: AlertedChats;
  readonly other: AlertedChat;
}

/** Clicks on the toast of one chat, and notes if not exactly that chat is then in front of the supervisor. */
async function clickOnce(
  { console, chats, other }: Stage,
  state: WindowState,
  clicked: (chat: AlertedChat) => Promise<() => void | Promise<void>>,
  found: Clicks,
): Promise<void> {
  const chat = await chats.start();
  await chats.alarm(chat);
  const click = await clicked(chat);
  await windowStates[state](console, other);
  await click();
  found.clicks += 1;
  const seen = await eventually(
    'the chat is open',
    () => console.inFront(),
    (front) => front.chatId === chat.chatId && front.isVisible && !front.isMinimised,
    openWithinMs,
  ).catch(() => null);
  if (seen === null) {
    const front = await console.inFront();
    const page = (await console.window.text()).replaceAll(/\s+/g, ' ').slice(0, 300);
    found.wrong.push(`${state}: ${chat.chatId} clicked, then ${JSON.stringify(front)}; the page shows: ${page}`);
  } else if (!(await chats.isSilent(chat))) {
    found.wrong.push(`${state}: the click made the supervisor visible in ${chat.chatId}`);
  }
  await chats.end(chat);
}

async function openStage(endings: Endings, environment: Readonly<Record<string, string>>): Promise<Stage> {
  const floor = endings.add(await FloorProcess.start(), (one) => one.stop());
  const settings = settingsForAlerts;
  const console = endings.add(await AttendedConsole.open({ floor, environment, settings }), (one) => one.close());
  // A window that may be debugged, as ours is in a measure, would be given more time after a crash.
  await console.window.asNobodyDebugs();
  const chats = new AlertedChats(floor.control, console.agents);
  return { console, chats, other: await chats.start() };
}

function clickOnStandIn(service: StandInNotifications) {
  return async ({ customer }: AlertedChat): Promise<() => void> => {
    const toast = await eventually(
      'the toast',
      () => Promise.resolve([...service.live.values()].find(({ body }) => body.includes(customer))),
      (one) => one !== undefined,
    );
    return () => {
      service.click(toast?.id ?? 0);
    };
  };
}

async function withStandIn({ seed, short, report }: MeasureContext): Promise<Clicks> {
  return withEndings(async (endings) => {
    const session = await openSession(endings);
    const service = await serveNotifications(endings, session);
    const stage = await openStage(endings, session.environment);
    const names = Object.keys(windowStates) as WindowState[];
    const count = short ? names.length : 190;
    const states = new Chance(seed).shuffled(Array.from({ length: count }, (_, at) => names[at % names.length]!));
    const found: Clicks = { wrong: [], clicks: 0 };
    for (const state of states) await clickOnce(stage, state, clickOnStandIn(service), found);
    for (const sentence of found.wrong.slice(0, 10)) report(sentence);
    return found;
  });
}

/** dunst draws the toast, and the pointer clicks on it. */
function clickOnDunst(screen: VirtualScreen, capture: BusCapture) {
  return async ({ customer }: AlertedChat): Promise<() => Promise<void>> => {
    await eventually(
      'dunst has taken the toast',
      () => Promise.resolve(capture.notified.find(({ body }) => body.includes(customer))),
      (one) => one !== undefined && one.id !== null,
    );
    return async () => {
      const [toast = ''] = await eventually(
        'dunst draws the toast',
        () => screen.windowsOf('Dunst'),
        (windows) => windows.length > 0,
      );
      await screen.photograph(await photographFile('toast'));
      await screen.click(toast, 60, 20);
    };
  };
}

async function withDunst({ short, report }: MeasureContext): Promise<Clicks> {
  return withEndings(async (endings) => {
    const session = await openSession(endings);
    const capture = endings.add(await BusCapture.start(session.bus.address), (one) => {
      one.stop();
    });
    endings.add(startDunst(session.environment), (one) => one.stop());
    const stage = await openStage(endings, session.environment);
    const states: readonly WindowState[] = ['otherPage', 'otherChat', 'hidden', 'minimised', 'loading'];
    const found: Clicks = { wrong: [], clicks: 0 };
    for (let round = 0; round < (short ? 1 : 2); round += 1) {
      for (const state of short ? (['hidden'] as const) : states) {
        await clickOnce(stage, state, clickOnDunst(session.screen, capture), found);
      }
    }
    for (const sentence of found.wrong) report(`dunst, ${sentence}`);
    return found;
  });
}

export const measure: Measure = {
  name: 'toast.rightChat',
  goal: '100 % open exactly that chat, in the same mode',
  needs: ['Xvfb', 'dbus-daemon', 'openbox', 'dunst', 'xdotool'],
  run: async (context) => {
    const all = [await withStandIn(context), await withDunst(context)];
    const clicks = all.reduce((sum, one) => sum + one.clicks, 0);
    const wrong = all.reduce((sum, one) => sum + one.wrong.length, 0);
    const value = `${clicks - wrong} of ${clicks}, ${all[1]?.clicks ?? 0} of them on dunst`;
    return [{ name: measure.name, value, goal: measure.goal, pass: wrong === 0 && clicks > 0 }];
  },
};

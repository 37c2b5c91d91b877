import { readFileSync } from 'node:fs';
import path from 'node:path';
import { settingsForAlerts } from '../../attention/stage/alert-settings';
import { AlertedChats, sayings } from '../../attention/stage/alerted-chats';
import { AttendedConsole } from '../../attention/stage/attended-console';
import { openSession, serveNotifications, type Endings } from '../../attention/stage/desktop-session';
import { faultOfMarkup, faultOfTitle } from '../../attention/stage/hostile-names';
import { StandInTrayHost } from '../../support/desktop/stand-in-tray-host';
import type { StandInNotifications } from '../../support/desktop/stand-in-notifications';
import { TrayClient } from '../../support/desktop/tray-client';
import { ConsolePage } from '../../support/electron/console-page';
import { eventually } from '../../support/electron/eventually';
import { WallPage } from '../../support/electron/wall-page';
import { FloorProcess } from '../../support/practice/floor-process';
import { faultOfLine, faultOfLog, faultOfText, faultOfValue } from './faults';
import type { HostileText } from './hostile-texts';
import { announcedIn, listen, lookAt } from './page-places';
import { RenamingServer } from './renaming-server';

export const placesOfConsole = [
  ...['document', 'list', 'wall', 'notification', 'tray', 'title', 'palette'],
  ...['announcement', 'clipboard', 'log', 'settings'],
] as const;
/** The names of the supervisor's own teams are the supervisor's words. */
const ofStrangers = '[role="option"]:not([data-item^="group"])';
const lastWords = 'That is all.';
type Place = (typeof placesOfConsole)[number];

/** One chat with what its customer chose: a name, attached data and messages. */
export interface HostileChat {
  readonly customer: HostileText;
  readonly subject: HostileText;
  readonly data: HostileText;
  readonly messages: readonly HostileText[];
}

/** A console on a desktop, signed in to a floor whose agents have hostile names. */
export class SinksConsole {
  readonly faults: string[] = [];
  /** How many texts of strangers were seen in each place. */
  readonly seen = new Map<Place, number>();
  readonly #floor: FloorProcess;
  readonly #console: AttendedConsole;
  readonly #notifications: StandInNotifications;
  readonly #tray: TrayClient;
  readonly #agents: readonly HostileText[];
  readonly #chats: AlertedChats;
  readonly #window: ConsolePage;
  #notified = 0;

  private constructor(
    parts: { floor: FloorProcess; console: AttendedConsole; notifications: StandInNotifications; tray: TrayClient },
    agents: readonly HostileText[],
  ) {
    this.#floor = parts.floor;
    this.#console = parts.console;
    this.#notifications = parts.notifications;
    this.#tray = parts.tray;
    this.#agents = agents;
    this.#chats = new AlertedChats(parts.floor.control, parts.console.agents);
    this.#window = new ConsolePage(parts.console.launched.page);
  }

  static async open(
    endings: Endings,
    agents: readonly HostileText[],
    teams: readonly HostileText[],
  ): Promise<SinksConsole> {
    const session = await openSession(endings);
    const notifications = await serveNotifications(endings, session);
    const host = endings.add(await StandInTrayHost.start(session.bus.address), (one) => {
      one.stop();
    });
    const tray = endings.add(new TrayClient(session.bus.address), (one) => {
      one.stop();
    });
    const floor = endings.add(await FloorProcess.start({ agents: agents.length }), (one) => one.stop());
    const people = (await floor.control.people()).filter(({ isSupervisor }) => !isSupervisor);
    const names = new Map(
      people.flatMap(({ name }, at): (readonly [string, string])[] => {
        const { text = '' } = agents[at] ?? {};
        const first = name.split(' ')[0] ?? '';
        return [
          [name, text],
          [first, text],
          [name.slice(first.length + 1), ''],
        ];
      }),
    );
    const server = endings.add(await RenamingServer.start(floor.url, names), (one) => {
      one.stop();
    });
    const watchGroups = teams.map(({ text }, at) => ({
      ...{ id: `team-${at}`, name: text, agentIds: people.map(({ id }) => id), directoryGroups: [] },
      ...({ mode: 'monitor', scope: 'allChats', nickname: '' } as const),
    }));
    const settings = { ...settingsForAlerts, watchGroups };
    const options = { floor, url: server.url, environment: session.environment, settings };
    const console = endings.add(await AttendedConsole.open(options), (one) => one.close());
    await eventually(
      'the tray icon',
      () => Promise.resolve(host.registrations.length),
      (count) => count > 0,
    );
    await listen(console.launched.page);
    return new SinksConsole({ floor, console, notifications, tray }, agents);
  }

  /** Lets these chats begin, and looks at them in every place. */
  async play(chats: readonly HostileChat[]): Promise<void> {
    const { control } = this.#floor;
    const started: string[] = [];
    for (const [at, { customer, subject, data }] of chats.entries()) {
      const agent = this.#console.agents[at % this.#console.agents.length];
      const chat = { agent: agent?.userName ?? '', customer: customer.text, subject: subject.text };
      started.push((await control.startChat({ ...chat, userData: { Notes: data.text } })).chatId);
    }
    await this.#chats.waitUntilJoined(started);
    const texts = [
      ...this.#agents,
      ...chats.flatMap(({ customer, subject, data, messages }) => [customer, subject, data, ...messages]),
    ];
    await this.#window.goTo('Chats');
    // Before a chat is on the screen, because what is in front of the supervisor raises no notification.
    for (const [at, chatId] of started.entries()) {
      for (const { text } of chats[at]?.messages.slice(0, 2) ?? []) await control.customerSays({ chatId, text });
      await control.customerSays({ chatId, text: sayings.escalationWords });
    }
    await this.#hasNotified();
    for (const [at, chatId] of started.entries()) {
      await this.#open(chatId);
      for (const { text } of chats[at]?.messages.slice(2) ?? []) await control.customerSays({ chatId, text });
      await control.customerSays({ chatId, text: lastWords });
      await this.#window.transcript.getByText(lastWords).first().waitFor();
      await this.#lookAtChat(texts);
    }
    await this.#lookInWindow(
      'list',
      '.chat-row .customer, .chat-row .place bdi, .chat-row .what .cut, .chat-row .what .cut-own',
      texts,
      'line',
    );
    await this.#lookAtBylines();
    await this.#lookInPalette(texts);
    const wall = new WallPage(this.#window.page);
    await wall.open();
    await wall.tiles.first().waitFor();
    await this.#lookInWindow('wall', '[data-tile] header h2, [data-tile] header .agent bdi', texts, 'line');
    await this.#lookInWindow('wall', '[data-tile] [data-part="transcript"] p', texts, 'text');
    await this.#window.goTo('Agents');
    await this.#lookInWindow('settings', '.groups .chip bdi', texts, 'value');
    await this.#lookOutside(texts);
    await this.#window.goTo('Chats');
    for (const chatId of started) await this.#chats.end({ chatId });
  }

  async #hasNotified(): Promise<void> {
    const { received } = this.#notifications;
    await eventually(
      'a notification',
      () => Promise.resolve(received.length),
      (count) => count > this.#notified,
      10_000,
    );
  }

  async #open(chatId: string): Promise<void> {
    await this.#window.chatList.locator(`[data-chat="${chatId}"]`).getByRole('button').first().click();
    await this.#window.page.getByTestId('side-panel').waitFor();
  }

  async #lookAtChat(texts: readonly HostileText[]): Promise<void> {
    const { page } = this.#window;
    await this.#lookInWindow('document', '[data-testid="transcript"] p.text', texts, 'text');
    await this.#lookInWindow('document', '[data-testid="side-panel"] .value', texts, 'value');
    await this.#lookInWindow(
      'document',
      '.header h1, .header .agent bdi, [data-testid="transcript"] .by strong',
      texts,
      'line',
    );
    await page.getByTestId('transcript').focus();
    await page.evaluate(() => {
      const transcript = document.querySelector('[data-testid="transcript"]');
      if (transcript !== null) getSelection()?.selectAllChildren(transcript);
    });
    await page.keyboard.press('Control+c');
    await page.evaluate(() => getSelection()?.removeAllRanges());
    const html = await this.#pasted();
    const title = await this.#console.launched.app.evaluate(({ BrowserWindow }) =>
      BrowserWindow.getAllWindows()
        .map((window) => window.getTitle())
        .join(' '),
    );
    this.#note('clipboard', /<[^>]*\sdata-hostile/u.test(html) ? 'live markup' : null, html);
    this.#note('title', title === 'Sightline' ? null : 'more than the name of the program', title);
  }

  /** The markup that another program would get from the clipboard. */
  async #pasted(): Promise<string> {
    const { page } = this.#window;
    await page.keyboard.press('Control+k');
    const field = page.getByRole('combobox');
    await field.waitFor();
    await field.evaluate((element) => {
      element.addEventListener(
        'paste',
        (event) => {
          event.preventDefault();
          Object.assign(globalThis, { pasted: (event as ClipboardEvent).clipboardData?.getData('text/html') ?? '' });
        },
        { once: true },
      );
    });
    await page.keyboard.press('Control+v');
    const html = await eventually(
      'what was pasted',
      () => page.evaluate(() => (globalThis as { pasted?: string }).pasted ?? ''),
      (text) => text !== '',
    );
    await page.evaluate(() => Reflect.deleteProperty(globalThis, 'pasted'));
    await page.keyboard.press('Escape');
    return html;
  }

  /** A message that begins like an entry of someone else has its own author before it. */
  async #lookAtBylines(): Promise<void> {
    const bare = await this.#window.page.evaluate(() =>
      [...document.querySelectorAll('.chat-row .what')]
        .filter((one) => /^[^:：]{1,20}[:：] Kix/u.test(one.querySelector('.cut-own')?.textContent ?? ''))
        .filter((one) => one.querySelector('.by') === null)
        .map((one) => one.textContent),
    );
    for (const line of bare) this.#note('list', 'the words of someone else', line);
  }

  async #lookInPalette(texts: readonly HostileText[]): Promise<void> {
    const { page } = this.#window;
    await page.keyboard.press('Control+k');
    await page.getByRole('combobox').fill('Kix');
    await page.getByRole('option').first().waitFor();
    await this.#lookInWindow(
      'palette',
      ['.label bdi', '.detail bdi', '.said'].map((part) => `${ofStrangers} ${part}`).join(', '),
      texts,
      'line',
    );
    await page.keyboard.press('Escape');
  }

  /** What left the page since: spoken, shown by the desktop or written. */
  async #lookOutside(texts: readonly HostileText[]): Promise<void> {
    for (const line of await announcedIn(this.#window.page)) this.#note('announcement', faultOfLine(line, texts), line);
    const toasts = this.#notifications.received.slice(this.#notified);
    this.#notified += toasts.length;
    for (const { title, body } of toasts)
      this.#note('notification', faultOfTitle(title) ?? faultOfMarkup(body), `${title} ${body}`);
    const [icon = ''] = (await this.#tray.icons()).slice(-1);
    for (const label of (await this.#tray.menu(icon)) ?? []) this.#note('tray', faultOfLine(label, texts), label);
    const log = readFileSync(path.join(this.#console.launched.profile, 'logs', 'sightline.log'), 'utf8');
    this.#note('log', log.includes('Kix') ? 'a text of a stranger' : faultOfLog(log), log.slice(-200));
  }

  async #lookInWindow(
    place: Place,
    selector: string,
    texts: readonly HostileText[],
    kind: 'line' | 'text' | 'value',
  ): Promise<void> {
    const { texts: shown, areIsolated, made, ran } = await lookAt(this.#window.page, selector);
    if (made + ran > 0) this.#note(place, `${made} elements and ${ran} scripts of a stranger`, '');
    for (const [at, one] of shown.entries()) {
      const faults = {
        line: faultOfLine(one, texts),
        text: faultOfText(one),
        value: faultOfValue(areIsolated[at] === true),
      };
      this.#note(place, faults[kind], one);
    }
  }

  #note(place: Place, fault: string | null, text: string): void {
    this.seen.set(place, (this.seen.get(place) ?? 0) + 1);
    if (fault !== null) this.faults.push(`${place}: ${fault}: ${JSON.stringify(text.slice(0, 200))}`);
  }
}

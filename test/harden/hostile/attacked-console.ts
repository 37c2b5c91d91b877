import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AttendedConsole } from '../../attention/stage/attended-console';
import { AlertedChats } from '../../attention/stage/alerted-chats';
import { ConsolePage } from '../../support/electron/console-page';
import { eventually } from '../../support/electron/eventually';
import { withoutBus } from '../../support/electron/ordinary-user';
import { FloorProcess } from '../../support/practice/floor-process';
import type { HostileAnswer } from './hostile-answer';
import { plantedPath } from './frames';
import { HostileServer } from './hostile-server';

const kibibyte = 1024;
const takenWithinMs = 60_000;
const namedWithinMs = 30_000;
/** The longest interval that a server may advise, and the longest wait between attempts, one after the other. */
const backWithinMs = 75_000;

/** A console of an ordinary user, signed in to a contact centre through a hostile server, with one chat on the screen. */
export class AttackedConsole {
  readonly #floor: FloorProcess;
  readonly #server: HostileServer;
  readonly #console: AttendedConsole;
  readonly #window: ConsolePage;
  readonly #shownChatId: string;
  #said = 0;

  private constructor(floor: FloorProcess, server: HostileServer, console: AttendedConsole, shownChatId: string) {
    this.#floor = floor;
    this.#server = server;
    this.#console = console;
    this.#window = new ConsolePage(console.launched.page);
    this.#shownChatId = shownChatId;
  }

  static async open(seed: number): Promise<AttackedConsole> {
    const floor = await FloorProcess.start({ seed });
    const server = await HostileServer.start(floor.url);
    const options = { floor, url: server.url, environment: withoutBus };
    const console = await AttendedConsole.open(options);
    const chats = new AlertedChats(floor.control, console.agents);
    const [shown, other] = [await chats.start('Robin Shown'), await chats.start('Robin Other')];
    server.chatId = other.chatId;
    const attacked = new AttackedConsole(floor, server, console, shown.chatId);
    await attacked.#window.openChat('Robin Shown', shown.chatId);
    return attacked;
  }

  /** Gives the answer, and returns what the console did wrong; a rejection means that it was not given at all. */
  async receive(answer: HostileAnswer): Promise<readonly string[]> {
    const logged = this.#log().length;
    let isTaken = false;
    void this.#server.arm(answer).then(() => {
      isTaken = true;
    });
    if (answer.at === 'read') await this.#window.goTo('Agents');
    await eventually(`${answer.name} is delivered`, () => Promise.resolve(isTaken), Boolean, takenWithinMs);
    if (answer.at === 'read') await this.#window.goTo('Chats');
    const wrong: string[] = [];
    const { named } = answer;
    if (named !== null) {
      const isNamed = () => Promise.resolve(named.test(this.#log().slice(logged)));
      await eventually('it is named', isNamed, Boolean, namedWithinMs).catch(() => wrong.push('not named'));
    }
    await this.#goesOn().catch((cause: unknown) => wrong.push(`does not go on: ${String(cause)}`));
    return [...wrong, ...(await this.#effects())];
  }

  /** Forgets the highest memory so far, and returns the memory of now, in MB. */
  resetPeak(): number {
    writeFileSync(`/proc/${this.#pid}/clear_refs`, '5');
    return this.#memory('VmRSS');
  }

  /** The highest memory of main since the last reset, in MB, as the kernel counted it. */
  peak(): number {
    return this.#memory('VmHWM');
  }

  async close(): Promise<void> {
    await this.#console.launched.discard();
    this.#server.stop();
    await this.#floor.stop();
  }

  async #goesOn(): Promise<void> {
    this.#said += 1;
    const text = `Still there, number ${this.#said}?`;
    await this.#floor.control.customerSays({ chatId: this.#shownChatId, text });
    await this.#window.transcript.getByText(text).waitFor({ timeout: backWithinMs });
    const live = this.#window.page.locator('[data-testid="connection"][data-phase="live"]');
    await live.waitFor({ timeout: backWithinMs });
  }

  /** What an answer must never bring about, named by it or not. */
  async #effects(): Promise<readonly string[]> {
    const { strangerWasAsked, requests } = this.#server;
    const planted = requests.filter(({ cookie }) => cookie.includes('planted'));
    const led = requests.filter((one) => one.path.split(/[/?]/u).includes(plantedPath));
    const isPolluted = await this.#console.launched.app.evaluate(() => 'polluted' in {});
    const seen = [
      ...strangerWasAsked.map((asked) => `another server was asked: ${asked}`),
      ...planted.map(() => 'a planted cookie was sent'),
      ...led.map((one) => `an id led to ${one.path}`),
      ...(isPolluted ? ['a prototype was changed'] : []),
    ];
    for (const list of [strangerWasAsked, requests]) list.length = 0;
    return seen;
  }

  get #pid(): number {
    return this.#console.launched.app.process().pid ?? 0;
  }

  #memory(name: 'VmRSS' | 'VmHWM'): number {
    const status = readFileSync(`/proc/${this.#pid}/status`, 'utf8');
    return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'mu').exec(status)?.[1] ?? Number.NaN) / kibibyte;
  }

  #log(): string {
    return readFileSync(path.join(this.#console.launched.profile, 'logs', 'sightline.log'), 'utf8');
  }
}

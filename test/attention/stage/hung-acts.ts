import type { FloorProcess } from '../../support/practice/floor-process';
import { eventually } from '../../support/electron/eventually';
import { pause } from '../../faults/live/within-deadline';
import { AlertedChats } from './alerted-chats';
import type { AttendedConsole } from './attended-console';
import type { HungService } from './hung-services';
import { MainStalls } from './main-stalls';

/** How long a service stays hung after the act; what the act causes late counts, too. */
const hungMs = 1_200;

/** What one moment cost. */
export interface Moment {
  readonly stallMs: number;
  /** From the request of the supervisor to its arrival at the server; `null` if the act was another one. */
  readonly stepBackMs: number | null;
}

/** What happens while a service hangs. The first part prepares it while everything works. */
type Act = (stage: HungStage) => Promise<() => Promise<number | null>>;

/** A signed-in console on a desktop whose services hang. */
export class HungStage {
  readonly console: AttendedConsole;
  readonly floor: FloorProcess;
  readonly chats: AlertedChats;
  readonly #stalls: MainStalls;
  #requests = 0;

  private constructor(console: AttendedConsole, floor: FloorProcess, chats: AlertedChats, stalls: MainStalls) {
    this.console = console;
    this.floor = floor;
    this.chats = chats;
    this.#stalls = stalls;
  }

  static async open(console: AttendedConsole, floor: FloorProcess): Promise<HungStage> {
    const chats = new AlertedChats(floor.control, console.agents);
    const stalls = await MainStalls.follow(console.launched.app);
    return new HungStage(console, floor, chats, stalls);
  }

  newRequestId(): string {
    this.#requests += 1;
    return `hung ${String(this.#requests)}`;
  }

  /** Performs an act while a service hangs; without one the desktop is healthy. */
  async play(act: keyof typeof hungActs, service: HungService | null): Promise<Moment> {
    const perform = await hungActs[act](this);
    await this.#stalls.take();
    const letContinue = service === null ? () => undefined : await service.hang();
    try {
      const stepBackMs = await perform();
      await pause(hungMs);
      return { stallMs: await this.#stalls.take(), stepBackMs };
    } finally {
      letContinue();
    }
  }
}

/** Milliseconds until the server has received the switch to monitor. */
async function stepBack({ console, floor: { control } }: HungStage): Promise<number> {
  const began = Date.now();
  await console.invoke('stepBack.begin', { scope: 'everyone' });
  const received = await eventually(
    'the server has received the switch',
    async () => (await control.requests()).find(({ operation }) => operation === 'SwitchToMonitor'),
    (request) => request !== undefined,
    60_000,
  );
  return (received?.at ?? Number.NaN) - began;
}

export const hungActs = {
  /** An alert is raised, and the chat ends at once, so that its notification is withdrawn. */
  alert: async ({ chats }) => {
    const chat = await chats.start();
    return async () => {
      await chats.alarm(chat);
      await pause(hungMs / 2);
      await chats.end(chat);
      return null;
    };
  },
  stepBack: async (stage) => {
    const { console, chats, floor } = stage;
    // A new chat, because a sign-in leaves those of before.
    const coached = await chats.start();
    const coach = (): Promise<boolean> => {
      const request = { requestId: stage.newRequestId(), chatId: coached.chatId };
      return console.invoke('chats.coach', request).then(
        () => true,
        () => false,
      );
    };
    // The server knows that the supervisor has joined before the console does.
    await eventually('the chat can be coached', coach, (isAccepted) => isAccepted);
    await eventually(
      'the agent sees the supervisor',
      () => chats.isSilent(coached),
      (isSilent) => !isSilent,
    );
    await floor.control.clearRequests();
    return async () => {
      const tookMs = await stepBack(stage);
      await eventually(
        'the supervisor is silent',
        () => chats.isSilent(coached),
        (isSilent) => isSilent,
      );
      await console.invoke('stepBack.close', null);
      await chats.end(coached);
      return tookMs;
    };
  },
  test: ({ console }) =>
    Promise.resolve(async () => {
      await console.invoke('desktop.test', null);
      return null;
    }),
  /** The window goes to the tray and comes back. */
  tray: ({ console: { launched } }) =>
    Promise.resolve(async () => {
      await launched.app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.close();
      });
      await pause(hungMs / 2);
      await launched.app.evaluate(({ BrowserWindow }) => {
        BrowserWindow.getAllWindows()[0]?.show();
      });
      return null;
    }),
  /** A sign-in that asks to keep the password, which uses the secret store. */
  signIn: ({ console }) =>
    Promise.resolve(async () => {
      await console.signInAgain({ rememberPassword: true });
      return null;
    }),
} satisfies Record<string, Act>;

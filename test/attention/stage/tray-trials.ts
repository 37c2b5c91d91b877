import { DesktopProgram } from '../../support/desktop/desktop-program';
import { StandInTrayHost } from '../../support/desktop/stand-in-tray-host';
import { TrayClient } from '../../support/desktop/tray-client';
import { XfcePanel } from '../../support/desktop/xfce-panel';
import { eventually } from '../../support/electron/eventually';
import { FloorProcess } from '../../support/practice/floor-process';
import { settingsForAlerts } from './alert-settings';
import { AttendedConsole } from './attended-console';
import { openSession, type DesktopSession, type Endings } from './desktop-session';

/** Milliseconds: for the icon, and for a hidden window when a panel does not come back from what could be a restart. */
export interface TrayPatience {
  readonly iconMs: number;
  readonly backMs: number;
}

/** What went wrong; empty if nothing did. */
export type TrayTrial = (endings: Endings, patience: TrayPatience) => Promise<readonly string[]>;

class TrayStage {
  readonly faults: string[] = [];
  readonly session: DesktopSession;
  readonly console: AttendedConsole;
  readonly client: TrayClient;
  readonly patience: TrayPatience;

  private constructor(session: DesktopSession, console: AttendedConsole, client: TrayClient, patience: TrayPatience) {
    this.patience = patience;
    this.session = session;
    this.console = console;
    this.client = client;
  }

  static async open(endings: Endings, session: DesktopSession, patience: TrayPatience): Promise<TrayStage> {
    const client = endings.add(new TrayClient(session.bus.address), (one) => {
      one.stop();
    });
    const floor = endings.add(await FloorProcess.start(), (one) => one.stop());
    const options = { floor, environment: session.environment, settings: settingsForAlerts };
    const console = endings.add(await AttendedConsole.open(options), (one) => one.close());
    return new TrayStage(session, console, client, patience);
  }

  /** Expects the icon with its whole menu. Returns its bus name. */
  async expectIcon(when: string): Promise<string> {
    const look = async (): Promise<{ icon: string; entries: number }> => {
      const icons = await this.client.icons();
      const icon = icons.at(-1) ?? '';
      return { icon, entries: icon === '' ? 0 : ((await this.client.menu(icon))?.length ?? 0) };
    };
    const seen = await eventually('the icon', look, ({ entries }) => entries >= 5, this.patience.iconMs).catch(
      () => null,
    );
    if (seen === null) this.faults.push(`no icon with a menu in time ${when}`);
    return seen?.icon ?? '';
  }

  /** Presses the close button of the window. */
  async pressClose(): Promise<void> {
    await this.console.launched.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.close();
    });
  }

  /**
   * `reachable`: visible, or minimised and so in the list of windows, which needs no icon. `putAway`: hidden, or minimised
   * because a panel reported too late that it shows icons.
   */
  async expectWindow(
    expected: 'hidden' | 'putAway' | 'reachable' | 'shown',
    when: string,
    withinMs = this.patience.iconMs,
  ): Promise<void> {
    const ask = async (): Promise<readonly string[]> => {
      const { isVisible, isMinimised } = await this.console.inFront();
      if (isVisible && !isMinimised) return ['shown', 'reachable'];
      return ['putAway', isMinimised ? 'reachable' : 'hidden'];
    };
    const seen = await eventually('the window', ask, (now) => now.includes(expected), withinMs).catch(() => null);
    if (seen === null) this.faults.push(`the window is not ${expected} ${when}`);
  }

  /** As from the list of windows. */
  async restore(): Promise<void> {
    await this.console.launched.app.evaluate(({ BrowserWindow }) => {
      BrowserWindow.getAllWindows()[0]?.restore();
    });
    await this.expectWindow('shown', 'after it was restored');
  }

  expectRunning(when: string): void {
    if (!this.console.isRunning) this.faults.push(`the program has ended ${when}`);
  }
}

/** One icon in the panel of trayer makes it wider. */
async function trayerWidth({ screen }: DesktopSession): Promise<number> {
  const [panel = ''] = await screen.windowsOf('trayer');
  const geometry = panel === '' ? '' : await screen.tool('xdotool', 'getwindowgeometry', '--shell', panel);
  return Number(/WIDTH=(\d+)/.exec(geometry)?.[1] ?? 0);
}

function startTrayer({ environment }: DesktopSession): DesktopProgram {
  const flags = ['--edge', 'bottom', '--align', 'right', '--widthtype', 'request', '--height', '32'];
  return DesktopProgram.start('trayer', flags, environment);
}

async function expectIconInTrayer(stage: TrayStage, widthBefore: number, when: string): Promise<void> {
  const seen = await eventually(
    'the icon in trayer',
    () => trayerWidth(stage.session),
    (width) => width > widthBefore,
    stage.patience.iconMs,
  ).catch(() => null);
  if (seen === null) stage.faults.push(`no icon in trayer in time ${when}`);
}

export const trayTrials: Readonly<Record<string, TrayTrial>> = {
  'StatusNotifier only': async (endings, patience) => {
    const session = await openSession(endings);
    const stage = await TrayStage.open(endings, session, patience);
    await stage.pressClose();
    // Until it is minimised it is reachable, too, and restoring it would do nothing.
    await stage.expectWindow('putAway', 'after closing without any panel');
    await stage.expectWindow('reachable', 'after closing without any panel');
    stage.expectRunning('after closing without any panel');
    await stage.restore();

    let host = await StandInTrayHost.start(session.bus.address);
    endings.add(null, () => {
      host.stop();
    });
    const icon = await stage.expectIcon('of a panel that appeared');
    await stage.pressClose();
    await stage.expectWindow('hidden', 'after closing with an icon');
    await stage.client.activate(icon);
    await stage.expectWindow('shown', 'after a click on the icon');

    await stage.pressClose();
    await stage.expectWindow('hidden', 'after closing with an icon');
    host.stop();
    await stage.expectWindow('shown', 'after the panel went', patience.backMs);

    host = await StandInTrayHost.start(session.bus.address);
    await stage.expectIcon('of a panel that came back');
    host.stop();
    host = await StandInTrayHost.start(session.bus.address);
    await stage.expectIcon('of a panel that restarted');
    if (host.registrations.length > 1) stage.faults.push(`registered ${host.registrations.length} times at one panel`);
    stage.expectRunning('at the end');
    return stage.faults;
  },
  'XEmbed only': async (endings, patience) => {
    const session = await openSession(endings);
    let trayer = startTrayer(session);
    endings.add(null, () => trayer.stop());
    await eventually(
      'trayer',
      () => trayerWidth(session),
      (width) => width > 0,
    );
    const empty = await trayerWidth(session);
    const stage = await TrayStage.open(endings, session, patience);
    await expectIconInTrayer(stage, empty, 'of the start');
    await stage.pressClose();
    stage.expectRunning('after closing');
    await trayer.stop();
    await stage.expectWindow('reachable', 'after trayer went', patience.backMs);
    trayer = startTrayer(session);
    await expectIconInTrayer(stage, empty, 'of its restart');
    stage.expectRunning('at the end');
    return stage.faults;
  },
  'both, in a panel': async (endings, patience) => {
    const session = await openSession(endings);
    const panel = endings.add(XfcePanel.start(session.environment), (one) => one.stop());
    const stage = await TrayStage.open(endings, session, patience);
    const icon = await stage.expectIcon('of the start');
    await stage.pressClose();
    await stage.expectWindow('putAway', 'after closing with an icon');
    await stage.client.activate(icon);
    await stage.expectWindow('shown', 'after a click on the icon');
    await panel.restart();
    await eventually(
      'the panel',
      () => stage.client.icons(),
      (icons) => icons.length > 0,
      10_000,
    ).catch(() => null);
    await stage.expectIcon('of a panel that is there again');
    stage.expectRunning('at the end');
    return stage.faults;
  },
};

import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DesktopProgram } from './desktop-program';

const daemon = '/usr/lib/x86_64-linux-gnu/xfce4/xfconf/xfconfd';

/** One panel at the upper edge with the list of windows, the tray and the clock. */
const layout = `<?xml version="1.0" encoding="UTF-8"?>
<channel name="xfce4-panel" version="1.0">
  <property name="configver" type="int" value="2"/>
  <property name="panels" type="array">
    <value type="int" value="1"/>
    <property name="panel-1" type="empty">
      <property name="position" type="string" value="p=8;x=800;y=980"/>
      <property name="length" type="uint" value="100"/>
      <property name="position-locked" type="bool" value="true"/>
      <property name="size" type="uint" value="32"/>
      <property name="plugin-ids" type="array">
        <value type="int" value="1"/><value type="int" value="2"/><value type="int" value="3"/><value type="int" value="4"/>
      </property>
    </property>
  </property>
  <property name="plugins" type="empty">
    <property name="plugin-1" type="string" value="tasklist"/>
    <property name="plugin-2" type="string" value="separator"><property name="expand" type="bool" value="true"/></property>
    <property name="plugin-3" type="string" value="systray"/>
    <property name="plugin-4" type="string" value="clock"/>
  </property>
</channel>
`;

/** A panel that takes tray icons by StatusNotifier and by XEmbed. */
export class XfcePanel {
  readonly #environment: Readonly<Record<string, string>>;
  readonly #settings: DesktopProgram;
  #panel: DesktopProgram;

  private constructor(environment: Readonly<Record<string, string>>) {
    this.#environment = environment;
    this.#settings = DesktopProgram.start(daemon, [], environment);
    this.#panel = this.#startPanel();
  }

  static start(environment: Readonly<Record<string, string>>): XfcePanel {
    const folder = mkdtempSync(path.join(tmpdir(), 'sightline-panel-'));
    const channels = path.join(folder, 'xfce4', 'xfconf', 'xfce-perchannel-xml');
    mkdirSync(channels, { recursive: true });
    writeFileSync(path.join(channels, 'xfce4-panel.xml'), layout);
    return new XfcePanel({ ...environment, XDG_CONFIG_HOME: folder, XDG_CACHE_HOME: folder });
  }

  async restart(): Promise<void> {
    await this.#panel.stop();
    this.#panel = this.#startPanel();
  }

  async stop(): Promise<void> {
    await this.#panel.stop();
    await this.#settings.stop();
  }

  #startPanel(): DesktopProgram {
    return DesktopProgram.start('xfce4-panel', ['--disable-wm-check'], this.#environment);
  }
}

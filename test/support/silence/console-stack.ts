import { mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, setActivePinia } from 'pinia';
import type { Bridge, Result } from '../../../preload/contract';
import type { Clock } from '../../../main/base/clock';
import type { LogLine } from '../../../main/base/log';
import type { FloorStore } from '../../../main/floor/floor-store';
import { connectBridge } from '../../../renderer/bridge/bridge';
import { createAppI18n } from '../../../renderer/app/i18n';
import { catalogues } from '../../../renderer/locales/catalogues';
import { connectStores } from '../../../renderer/app/connect-stores';
import { loadAllShells } from '../renderer/load-all-shells';
import MainWindow from '../../../renderer/app/MainWindow.vue';
import { origin, supervisor, type VirtualFloor } from '../../faults/world/virtual-floor';
import { MainHalf, type AskedCommand, type MainHalfOptions } from '../console/main-half';
import type { Outgoing } from './allowed-reads';
import { RecordedHttp } from './recorded-http';

await loadAllShells();

const windowId = 1;

export interface StackOptions extends Pick<MainHalfOptions, 'random' | 'spoil'> {
  readonly clock: Clock;
  readonly floor: VirtualFloor;
}

/**
 * The whole console in one process: main as `MainHalf` connects it, and the real window on it. Everything that leaves it is in
 * `sent`, everything that the window asked of main in `asked`.
 */
export class ConsoleStack {
  readonly sent: Outgoing[] = [];
  readonly asked: AskedCommand[];
  readonly problems: readonly LogLine[];
  readonly floorStore: FloorStore;
  readonly window: VueWrapper;
  readonly bridge: Bridge;
  readonly #ends: (() => void)[] = [];

  constructor({ floor, ...options }: StackOptions) {
    const { clock } = options;
    const main = new MainHalf({
      ...options,
      openHttp: () => new RecordedHttp({ floor, clock, record: (one) => this.sent.push(one) }),
    });
    this.floorStore = main.floorStore;
    this.asked = main.asked;
    this.problems = main.problems;
    this.bridge = main.openWindow(windowId, 'main');
    connectBridge(this.bridge);
    const pinia = createPinia();
    setActivePinia(pinia);
    this.#ends.push(connectStores());
    this.window = mount(MainWindow, {
      attachTo: document.body,
      global: { plugins: [pinia, createAppI18n(catalogues)] },
    });
    this.#ends.push(
      () => {
        this.window.unmount();
      },
      () => {
        main.close();
      },
    );
  }

  signIn(): Promise<Result<unknown>> {
    return this.bridge.invoke('session.signIn', {
      kind: 'server',
      url: origin,
      ...supervisor,
      rememberPassword: false,
      nickname: 'Imani',
    });
  }

  close(): void {
    for (const end of this.#ends) end();
  }
}

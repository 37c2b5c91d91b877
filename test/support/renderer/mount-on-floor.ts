import { mount, type VueWrapper } from '@vue/test-utils';
import { createPinia, disposePinia, setActivePinia } from 'pinia';
import type { App, Component } from 'vue';
import type { Snapshot } from '../../../preload/contract';
import { createAppI18n } from '../../../renderer/app/i18n';
import { connectBridge } from '../../../renderer/bridge/bridge';
import { applyFloorChanges, replaceFloor } from '../../../renderer/stores/apply-floor';
import { FakeBridge, type FakeBridgeOptions } from './fake-bridge';

export interface OnFloor<Props> {
  readonly snapshot: Snapshot;
  readonly props?: Props;
  readonly now?: () => number;
  readonly afterSignIn?: FakeBridgeOptions['afterSignIn'];
}

/**
 * Mounts a component in the document, on stores that follow a fake main. What main would tell later waits until `settle()`;
 * what it sends is applied at once, without frames. Unmounting ends the stores as well.
 */
export function mountOnFloor<Props extends object>(component: Component<Props>, floor: OnFloor<Props>) {
  const due: (() => void)[] = [];
  const bridge = new FakeBridge({
    snapshot: floor.snapshot,
    later: (callback) => void due.push(callback),
    ...(floor.now === undefined ? {} : { now: floor.now }),
    ...(floor.afterSignIn === undefined ? {} : { afterSignIn: floor.afterSignIn }),
  });
  connectBridge(bridge);
  const pinia = createPinia();
  setActivePinia(pinia);
  replaceFloor(floor.snapshot);
  bridge.on('floor.envelope', (envelope) => {
    applyFloorChanges(envelope.changes);
  });
  const wrapper = mount(component as Component, {
    props: floor.props ?? {},
    attachTo: document.body,
    global: {
      plugins: [
        pinia,
        createAppI18n(),
        // Stores keep their timers otherwise, and an action that runs late makes its Pinia the active one of the next test.
        (app: App) => {
          app.onUnmount(() => {
            disposePinia(pinia);
          });
        },
      ],
    },
  }) as VueWrapper;
  const settle = async (): Promise<void> => {
    for (const callback of due.splice(0)) callback();
    await wrapper.vm.$nextTick();
  };
  return { wrapper, bridge, settle };
}

/** Lets promises that are already settled run their continuations, and the components follow. */
export async function afterAnswers(wrapper: VueWrapper): Promise<void> {
  for (let turn = 0; turn < 9; turn += 1) await Promise.resolve();
  await wrapper.vm.$nextTick();
}

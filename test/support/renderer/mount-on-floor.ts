import { flushPromises, mount, type VueWrapper } from '@vue/test-utils';
import { beforeEach, onTestFinished, vi } from 'vitest';
import { createPinia, disposePinia, setActivePinia } from 'pinia';
import type { App, Component, ComponentOptions, ComponentPublicInstance } from 'vue';
import type { CommandName, Snapshot } from '../../../preload/contract';
import { createAppI18n } from '../../../renderer/app/i18n';
import { catalogues } from '../../../renderer/locales/catalogues';
import { connectBridge } from '../../../renderer/bridge/bridge';
import { applyFloorChanges, replaceFloor } from '../../../renderer/stores/apply-floor';
import { FakeBridge, type FakeBridgeOptions } from './fake-bridge';

export interface OnFloor<Props> {
  readonly snapshot: Snapshot;
  readonly props?: Props;
  readonly now?: () => number;
  readonly afterSignIn?: FakeBridgeOptions['afterSignIn'];
  readonly journal?: FakeBridgeOptions['journal'];
  /** Called with the name of a component whenever it has rendered again. */
  readonly onRender?: (component: string) => void;
  /** Called before the component is mounted. */
  readonly prepare?: (bridge: FakeBridge) => void;
}

/** What the running test mounted. */
const mounted: VueWrapper[] = [];

function unmountAll(): void {
  for (const wrapper of mounted.splice(0)) if (wrapper.exists()) wrapper.unmount();
  document.body.replaceChildren();
}

/**
 * Mounts a component in the document, on stores that follow a fake main. What main would tell later waits until `settle()`;
 * what it sends is applied at once, without frames. Unmounting ends the stores as well, and the end of the test unmounts.
 */
export function mountOnFloor<Props extends object>(component: Component<Props>, floor: OnFloor<Props>) {
  const due: (() => void)[] = [];
  const bridge = new FakeBridge({
    snapshot: floor.snapshot,
    later: (callback) => void due.push(callback),
    ...(floor.now === undefined ? {} : { now: floor.now }),
    ...(floor.journal === undefined ? {} : { journal: floor.journal }),
    ...(floor.afterSignIn === undefined ? {} : { afterSignIn: floor.afterSignIn }),
  });
  floor.prepare?.(bridge);
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
      mixins: floor.onRender === undefined ? [] : [countingMixin(floor.onRender)],
      plugins: [
        pinia,
        createAppI18n(catalogues),
        // Stores keep their timers otherwise, and an action that runs late makes its Pinia the active one of the next test.
        (app: App) => {
          app.onUnmount(() => {
            disposePinia(pinia);
          });
        },
      ],
    },
  }) as VueWrapper;
  if (mounted.push(wrapper) === 1) onTestFinished(unmountAll);
  const settle = async (): Promise<void> => {
    for (const callback of due.splice(0)) callback();
    await wrapper.vm.$nextTick();
  };
  /** The requests for one command, in order. */
  const asked = (name: CommandName): readonly unknown[] =>
    bridge.asked.filter((one) => one.name === name).map(({ request }) => request);
  return { wrapper, bridge, settle, asked };
}

function countingMixin(onRender: (component: string) => void): ComponentOptions {
  return {
    updated(this: ComponentPublicInstance) {
      onRender((this.$options as { readonly __name?: string }).__name ?? '');
    },
  };
}

/** Lets promises that are already settled run their continuations, and the components follow. */
export async function afterAnswers(wrapper: VueWrapper): Promise<void> {
  await flushPromises();
  await wrapper.vm.$nextTick();
}

/** Time stands still at `now` in every test of the file, unless a test advances it. */
export function freezeTime(now: number): void {
  beforeEach(() => {
    vi.useFakeTimers({ now });
    onTestFinished(() => {
      vi.useRealTimers();
    });
  });
}

/** Gives every element a size: without a layout all are 0 px high, and a virtual list shows nothing. */
export function giveLayout(heightPx: number, widthPx?: number): void {
  beforeEach(() => {
    vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(heightPx);
    if (widthPx !== undefined) vi.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(widthPx);
  });
}

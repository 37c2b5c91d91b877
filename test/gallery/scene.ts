import { scenes } from '../screens/scenes';
import type { FakeBridge } from '../support/renderer/fake-bridge';
import { pageInBrowser } from './page-in-browser';

/** One scene: `?scene=chats-coach&theme=dark&language=ar&density=compact`. */
const params = new URLSearchParams(location.search);
const name = params.get('scene');
const scene = scenes.find(({ screen, state }) => `${screen}-${state}` === name);
if (scene === undefined) throw new Error(`There is no scene "${name ?? ''}".`);

// The preview reads the floor and the settings from the URL; a reload must find the scene again.
params.set('floor', scene.floor);
if (scene.window !== undefined) params.set('window', scene.window);
params.set('settings', JSON.stringify({ density: params.get('density') ?? 'comfortable', ...scene.settings }));
history.replaceState(null, '', `?${params.toString()}`);

await import('../support/renderer/preview/preview');
await document.fonts.ready;
const { bridge } = window as unknown as { readonly bridge: FakeBridge };
const page = pageInBrowser(bridge);
await page.locator('#app > *').first().waitFor();
try {
  await scene.arrange?.(page);
  document.documentElement.dataset['scene'] = 'arranged';
} catch (failure) {
  document.documentElement.dataset['scene'] = 'failed';
  reportError(failure);
}

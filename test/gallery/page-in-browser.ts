import { queryAllByRole } from '@testing-library/dom';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { FakeBridge } from '../support/renderer/fake-bridge';
import { moveBridge, type SceneLocator, type ScenePage } from '../screens/scene-page';

/** Longer than any scene takes on a slow machine; then the scene says what it waited for. */
const patienceMs = 10_000;

type Find = () => readonly HTMLElement[];

/** Arranges a scene from inside its own page, where Playwright is not. Its keys and clicks are events, not a person's. */
export function pageInBrowser(bridge: FakeBridge): ScenePage {
  const user = userEvent.setup({ document, delay: null, pointerEventsCheck: 0 });
  const find =
    (css: string): Find =>
    () => [...document.querySelectorAll<HTMLElement>(css)];
  return {
    keyboard: {
      press: (key) => user.keyboard(keyboardText(key)),
      down: (key) => user.keyboard(`{${escaped(key)}>}`),
      up: (key) => user.keyboard(`{/${escaped(key)}}`),
      type: (text) => user.keyboard(text.replaceAll(/[{[]/gu, '$&$&')),
      insertText: (text) => user.paste(text),
    },
    locator: (css) => locatorOf(user, css, find(css)),
    getByTestId: (testId) => locatorOf(user, testId, find(`[data-testid="${testId}"]`)),
    getByRole: (role) => locatorOf(user, role, () => queryAllByRole(document.body, role)),
    move: (name, ...args) => moveBridge(bridge, name, args),
  };
}

/** Translates `Control+Shift+k` to the notation of the library. */
export function keyboardText(chord: string): string {
  const [key = '', ...held] = chord.split('+').reverse();
  const modifiers = held.reverse();
  // A capital letter is typed with Shift on every layout.
  const named = modifiers.includes('Shift') && key.length === 1 ? key.toUpperCase() : key;
  const down = modifiers.map((one) => `{${one}>}`).join('');
  const up = modifiers.map((one) => `{/${one}}`).join('');
  return `${down}{${escaped(named)}}${up}`;
}

/** Braces in the library's notation are doubled. */
function escaped(key: string): string {
  return key === '{' || key === '}' ? key + key : key;
}

function locatorOf(user: UserEvent, name: string, find: Find): SceneLocator {
  const present = (): Promise<HTMLElement> => whenVisible(name, find);
  const inside =
    (search: (root: HTMLElement) => readonly HTMLElement[]): Find =>
    () =>
      find().flatMap(search);
  return {
    first: () => locatorOf(user, name, () => find().slice(0, 1)),
    nth: (index) => locatorOf(user, `${name} (${index})`, () => find().slice(index, index + 1)),
    locator: (css) =>
      locatorOf(
        user,
        `${name} ${css}`,
        inside((root) => [...root.querySelectorAll<HTMLElement>(css)]),
      ),
    getByRole: (role) =>
      locatorOf(
        user,
        `${name} ${role}`,
        inside((root) => queryAllByRole(root, role)),
      ),
    waitFor: async () => {
      await present();
    },
    click: async () => {
      await user.click(await present());
    },
    fill: async (text) => {
      const field = await present();
      await user.clear(field);
      await user.click(field);
      await user.paste(text);
    },
    focus: async () => {
      (await present()).focus();
    },
    dispatchEvent: async () => {
      (await present()).click();
    },
    scrollIntoViewIfNeeded: async () => {
      (await present()).scrollIntoView({ block: 'nearest' });
    },
    getAttribute: async (attribute) => (await present()).getAttribute(attribute),
    isVisible: () => Promise.resolve(find().some(isVisible)),
  };
}

function isVisible(element: HTMLElement): boolean {
  return element.getClientRects().length > 0;
}

/** Looks once per frame, as no event reports every change of what can be seen. */
async function whenVisible(name: string, find: Find): Promise<HTMLElement> {
  const endsAt = performance.now() + patienceMs;
  for (;;) {
    const found = find().find(isVisible);
    if (found !== undefined) return found;
    if (performance.now() > endsAt) throw new Error(`The scene waited for "${name}", which did not appear.`);
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
}

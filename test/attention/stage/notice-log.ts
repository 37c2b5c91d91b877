import type { DesktopLimit } from '../../../preload/contract';
import english from '../../../renderer/locales/en.json';
import type { AttendedConsole } from './attended-console';

/** Keeps the text of the notice about the desktop whenever the page begins to show one. */
const follow = `(() => {
  window.noticesSeen = [];
  let shown = '';
  const look = () => {
    const text = document.querySelector('[data-testid="desktop-notice"]')?.innerText ?? '';
    if (text !== '' && text !== shown) window.noticesSeen.push(text);
    shown = text;
  };
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
  look();
})()`;

/** Counts how often the window begins to show a limit of the desktop. */
export class NoticeLog {
  readonly #console: AttendedConsole;

  private constructor(console: AttendedConsole) {
    this.#console = console;
  }

  static async follow(console: AttendedConsole): Promise<NoticeLog> {
    await console.window.look(follow);
    return new NoticeLog(console);
  }

  /** How often the limit has appeared so far. */
  async timesOf(limit: DesktopLimit): Promise<number> {
    const texts = JSON.parse(String(await this.#console.window.look('JSON.stringify(window.noticesSeen)'))) as string[];
    return texts.filter((text) => text.includes(english.desktop.limit[limit].text)).length;
  }

  /** Returns whether the window shows this limit now. */
  async isShown(limit: DesktopLimit): Promise<boolean> {
    const script = `document.querySelector('[data-testid="desktop-notice"]')?.innerText ?? ''`;
    return String(await this.#console.window.look(script)).includes(english.desktop.limit[limit].text);
  }

  async dismiss(): Promise<void> {
    await this.#console.invoke('desktop.dismissNotice', null);
  }
}

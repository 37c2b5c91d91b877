import { readdir } from 'node:fs/promises';
import type { Pinia } from 'pinia';
import type { Bridge } from '../../../preload/contract';
import type { useChatsStore } from '../../../renderer/stores/chats.store';
import type { useSearchStore } from '../../../renderer/stores/search.store';
import type { useDraftsStore } from '../../../renderer/stores/drafts.store';
import type { Chance } from '../../faults/world/chance';
import type { SimClock } from '../../faults/world/sim-clock';
import { allowSoundImports, installPageGlobals } from './page-globals';

const storesFolder = new URL('../../../renderer/stores/', import.meta.url);

interface PageStores {
  readonly chats: ReturnType<typeof useChatsStore>;
  readonly search: ReturnType<typeof useSearchStore>;
  readonly drafts: ReturnType<typeof useDraftsStore>;
}

/** All stores of the page, connected as the page connects them, without a document. They live as long as the process. */
export class ShiftPage {
  readonly errors: string[] = [];
  readonly #stores: PageStores;
  readonly #pinia: Pinia;

  private constructor(stores: PageStores, pinia: Pinia) {
    this.#stores = stores;
    this.#pinia = pinia;
  }

  static async open(clock: SimClock, bridge: Bridge): Promise<ShiftPage> {
    const errors: string[] = [];
    allowSoundImports();
    const { createPinia, setActivePinia } = await import('pinia');
    const pinia = createPinia();
    setActivePinia(pinia);
    installPageGlobals(clock, (error) => {
      errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    });
    // Vue has looked for a document and found none; `follow-seen.ts` marks the root of the page.
    // No element has the focus, so none is one.
    const document = { documentElement: { dataset: {} }, activeElement: null };
    Object.assign(globalThis, { document, HTMLElement: Map });
    const { connectBridge } = await import('../../../renderer/bridge/bridge');
    connectBridge(bridge);
    for (const file of (await readdir(storesFolder)).filter((name) => name.endsWith('.store.ts'))) {
      const module = (await import(new URL(file, storesFolder).href)) as Readonly<Record<string, unknown>>;
      for (const [name, use] of Object.entries(module))
        if (/^use\w+Store$/u.test(name) && typeof use === 'function') (use as () => unknown)();
    }
    const { connectStores } = await import('../../../renderer/app/connect-stores');
    connectStores();
    const { useChatsStore: chats } = await import('../../../renderer/stores/chats.store');
    const { useSearchStore: search } = await import('../../../renderer/stores/search.store');
    const { useDraftsStore: drafts } = await import('../../../renderer/stores/drafts.store');
    const page = new ShiftPage({ chats: chats(), search: search(), drafts: drafts() }, pinia);
    page.errors.push(...errors);
    return page;
  }

  get chatCount(): number {
    return this.#stores.chats.chats.size;
  }

  get lineCount(): number {
    return [...this.#stores.chats.transcripts.values()].reduce((sum, { entries }) => sum + entries.length, 0);
  }

  /** What a supervisor does in the window now and then. */
  gesture(chance: Chance): string {
    const { chats, search, drafts } = this.#stores;
    const live = [...chats.chats.values()].filter(({ endedAt }) => endedAt === null);
    if (live.length === 0) return 'looks at an empty list';
    const chat = chance.pick(live);
    const place = { chatId: chat.id, mode: 'monitor', audience: 'agents', readers: [], sentAs: null } as const;
    switch (chance.below(8)) {
      case 0:
        void chats.switchMode(chat.id, chance.happens(0.5) ? 'coach' : 'monitor');
        return `mode ${chat.id}`;
      case 1:
        void chats.leave(chat.id);
        return `leave ${chat.id}`;
      case 2:
        return `found ${String(search.find(chance.pick(['order', 'thank', 'et', 'a an'])).chats.length)}`;
      case 3:
        drafts.write({ ...place, text: `a note of ${String(chance.below(100))} letters` });
        return `draft ${chat.id}`;
      case 4:
        void chats.intrude({ agentId: chat.agentId ?? '', chatId: chat.id, mode: 'monitor' });
        return `intrude ${chat.id}`;
      default: {
        chats.select(chat.id);
        chats.markRead(chat.id, chats.transcripts.get(chat.id)?.entries.at(-1)?.index ?? 0);
        return `read ${chat.id} ${String(chats.unread)}`;
      }
    }
  }

  /** The state of each store by its name; Maps and Sets as lists. */
  state(): ReadonlyMap<string, string> {
    const text = (value: unknown): string =>
      JSON.stringify(value, (_key, one: unknown) => (one instanceof Map || one instanceof Set ? [...one] : one));
    return new Map(
      Object.entries(this.#pinia.state.value).map(([store, values]) => [store, text(values)] as [string, string]),
    );
  }
}

import { flushPromises } from '@vue/test-utils';
import { describe, expect, it, vi } from 'vitest';
import type { Snapshot, TranscriptEntry } from '../../../../preload/contract';
import { loadAllShells } from '../../../support/renderer/load-all-shells';
import MainWindow from '../../../../renderer/app/MainWindow.vue';
import { useSettingsStore } from '../../../../renderer/stores/settings.store';
import { busyFloor } from '../../../support/renderer/busy-floor';
import { freezeTime, mountOnFloor } from '../../../support/renderer/mount-on-floor';
import { participant, seedChat, seedTranscript } from '../../../support/renderer/seed-floor';

await loadAllShells();
const now = Date.UTC(2026, 10, 22, 21, 0);

freezeTime(now);

const lines = ['Hello', 'Is anyone there?', 'I wrote to https://example.com yesterday'] as const;

function floorOf(): Snapshot {
  const chats = Array.from('abcdef').map((id) =>
    seedChat({ id, customer: `Customer ${id}`, agent: `Agent ${id}`, receivedAt: now - 3_600_000 }),
  );
  const transcripts = chats.map((chat) =>
    seedTranscript(
      chat,
      lines.map((text, place) => ({ by: 'customer' as const, after: place + 1, text })),
    ),
  );
  return { ...busyFloor(now), chats, transcripts, attention: [] };
}

const nextLine = (index: number): TranscriptEntry => ({
  index,
  kind: 'text',
  author: participant('customer', 'Customer a', 'everyone'),
  visibility: 'everyone',
  text: 'One more',
  at: now,
});

/** The wall with six tiles, and how often each component has rendered since the last `forget`. */
async function openWall() {
  const renders = new Map<string, number>();
  const floor = mountOnFloor(MainWindow, {
    snapshot: floorOf(),
    onRender: (component) => renders.set(component, (renders.get(component) ?? 0) + 1),
  });
  const settings = useSettingsStore();
  settings.settings = { ...settings.settings, wall: { tileCount: 6, fill: 'attention', pinned: [] } };
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '3', ctrlKey: true, bubbles: true }));
  await flushPromises();
  renders.clear();
  return { ...floor, renders };
}

function textNodesIn(element: Element): readonly string[] {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: string[] = [];
  while (walker.nextNode() !== null) texts.push(walker.currentNode.textContent ?? '');
  return texts;
}

describe('the cost of the wall', () => {
  it('has one text node for the words of a plain message and no empty one around them', async () => {
    const { wrapper } = await openWall();
    const [first, second] = wrapper.findAll('[data-tile][data-chat="a"] [data-look]');
    expect(textNodesIn(first?.element as Element).filter((text) => text === '' || text === lines[0])).toEqual([
      lines[0],
    ]);
    expect(textNodesIn(second?.element as Element).filter((text) => text === '' || text === lines[1])).toEqual([
      lines[1],
    ]);
  });

  it('renders one tile and no other message for a line in one chat', async () => {
    const { bridge, renders } = await openWall();
    bridge.tell({ type: 'entriesAdded', chatId: 'a', entries: [nextLine(9)] });
    await flushPromises();
    expect(renders.get('TileTranscript')).toBe(1);
    expect(renders.get('WallTile') ?? 0).toBeLessThanOrEqual(1);
    expect([renders.get('TileMessage'), renders.get('MessageText'), renders.get('WallView')]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('reads the heights of all tiles before it moves one of them, each once', async () => {
    const { bridge } = await openWall();
    const calls: string[] = [];
    const chatOf = (element: HTMLElement): string => element.closest('[data-tile]')?.getAttribute('data-chat') ?? '';
    vi.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockImplementation(function (this: HTMLElement) {
      calls.push(`read ${chatOf(this)}`);
      return 500;
    });
    vi.spyOn(HTMLElement.prototype, 'scrollTop', 'set').mockImplementation(function (this: HTMLElement) {
      calls.push(`move ${chatOf(this)}`);
    });
    bridge.tell(...Array.from('abc', (chatId) => ({ type: 'entriesAdded' as const, chatId, entries: [nextLine(9)] })));
    await flushPromises();
    expect(calls).toEqual(['read a', 'read b', 'read c', 'move a', 'move b', 'move c']);
    vi.restoreAllMocks();
  });
});

import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { slopeOf, type MemorySample } from '../../faults/live/memory';
import { Chance } from '../../faults/world/chance';
import { rounded, type BenchMeasure, type BenchRow } from '../measure';
import { memoryByKind, memoryOf } from '../process-tree';
import { onFloor } from '../on-floor';
import { collect, signIn, watchAll } from '../windows';

const [usualMinutes, usualSeed, chats, rate, mostMb] = [15, 7, 200, 100, 0.5];
const [switchMs, sampleMs, minuteMs] = [2_000, 10_000, 60_000];
/** An agent has at most three chats at a time; they end, so that what was said does not add up. */
const agents = 100;
/** Part of the time before the first sample: caches fill, and the floor gets its 200 chats. */
const warmUpPart = 1 / 3;
/** Part of the time until the page has gathered as much garbage as it had before the first collection. */
const refillPart = 1 / 5;

const store = `document.querySelector('#app').__vue_app__.config.globalProperties.$pinia._s.get('chats')`;

/** Opens another chat of those in view, and clears away what ended, as a supervisor does. Returns how many chats go on. */
function switchChat(page: Page, draw: number): Promise<number> {
  return page.evaluate<number>(`(() => {
    const rows = [...document.querySelectorAll('[data-testid="chat-list"] [data-chat] button')];
    rows[Math.floor(${String(draw)} * rows.length)]?.click();
    const all = [...${store}.chats.values()];
    for (const { id, endedAt } of all)
      if (endedAt !== null && Date.now() - endedAt > 5_000) void sightline.invoke('chats.dismiss', { chatId: id });
    return all.filter(({ endedAt }) => endedAt === null).length;
  })()`);
}

/**
 * Real time in a real window: the slope of the anonymous and shared memory of all processes of the console, without asking for a
 * collection, and how much more is left after a collection at the end than after one that follows the warm-up. It takes a quarter of
 * an hour, so it runs only if it is named; `--minutes` makes it shorter.
 */
export const measure: BenchMeasure = {
  name: 'memory.soak',
  order: 150,
  isOnRequest: true,
  goal: `at most ${String(mostMb)} MB a minute after the warm-up`,
  run: (context) =>
    onFloor(
      context,
      async ({ floor, console }) => {
        const { minutes = usualMinutes, seed = usualSeed } = context.length;
        const { page } = console;
        const chance = new Chance(seed);
        await signIn(page, floor.url);
        await watchAll(page, floor.agentIds);
        floor.child.order({ type: 'load', chats, rate });
        const samples: MemorySample[] = [];
        const beganAt = performance.now();
        const lastsMs = minutes * minuteMs;
        let [switches, most, sampledAt] = [0, 0, 0];
        let warm: MemorySample | null = null;
        const kept = async (): Promise<MemorySample> => {
          await collect(console);
          const kinds = [...memoryByKind(console.pids())].map(([kind, mb]) => `${kind} ${mb.toFixed(0)}`);
          context.report(`collected: ${kinds.join(', ')} MB`);
          return { atMs: performance.now() - beganAt, bytes: memoryOf(console.pids()) * 1_048_576 };
        };
        for (let elapsed = 0; elapsed < lastsMs; elapsed = performance.now() - beganAt) {
          most = Math.max(most, await switchChat(page, chance.random()));
          switches += 1;
          if (elapsed >= lastsMs * warmUpPart) warm ??= await kept();
          if (elapsed >= lastsMs * (warmUpPart + refillPart) && elapsed - sampledAt >= sampleMs) {
            sampledAt = elapsed;
            samples.push({ atMs: elapsed, bytes: memoryOf(console.pids()) * 1_048_576 });
          }
          await pause(Math.max(0, switches * switchMs - (performance.now() - beganAt)));
        }
        const end = await kept();
        const slope = slopeOf(samples);
        const keptSlope = warm === null ? NaN : slopeOf([warm, end]);
        const mb = (sample: MemorySample | null | undefined): string => ((sample?.bytes ?? NaN) / 1_048_576).toFixed(0);
        context.report(
          `${String(minutes)} minutes, seed ${String(seed)}: ${String(switches)} chats opened, ${String(most)} at once at most; ${String(samples.length)} samples from ${mb(samples[0])} to ${mb(samples.at(-1))} MB, collected ${mb(warm)} and ${mb(end)} MB`,
        );
        const row = (name: string, value: number): BenchRow => ({
          ...{ name, value: rounded(value), unit: 'MB a minute', floor: null, ratio: null },
          ...{ goal: measure.goal, pass: value <= mostMb },
        });
        return [row('memory.soak', slope), row('memory.soak.kept', keptSlope)];
      },
      agents,
    ),
};

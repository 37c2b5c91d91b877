import { describe, expect, it, onTestFinished } from 'vitest';
import { ConsolePage } from '../support/electron/console-page';
import { consoleForTest } from '../support/electron/console-test';
import { startDesktop } from '../support/electron/notifications';
import { shift, shiftFlags } from './shift/shift';

describe('a supervisor’s shift', () => {
  it('is seen from the window, the server, the customer and the agent', { timeout: 180_000 }, async () => {
    const desktop = await startDesktop();
    onTestFinished(() => desktop?.stop());
    const console = await consoleForTest({ flags: shiftFlags, environment: desktop?.environment ?? {} });
    const stage = { console, desktop, window: new ConsolePage(console.page), memory: {} };
    const played: string[] = [];
    for (const [index, step] of shift.entries()) {
      const seen = await step.play(stage).catch((cause: unknown) => {
        throw new Error(`step ${index + 1}, "${step.title}"`, { cause });
      });
      expect(seen.length, step.title).toBeGreaterThan(0);
      await console.screenshot(`${String(index + 1).padStart(2, '0')}-${step.name}`);
      played.push(step.name);
    }
    expect(played).toEqual(shift.map(({ name }) => name));
  });
});

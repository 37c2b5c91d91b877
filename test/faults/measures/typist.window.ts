import { launchConsole } from '../../support/electron/launch';
import { WindowFromOutside } from '../../support/electron/window-from-outside';
import type { Measure } from '../measure';
import { RealDay } from '../typist/window/real-day';
import { RealWindows } from '../typist/window/real-windows';
import { Chance } from '../world/chance';

const goal = '0 misread, 0 commands, 0 lost';
const sentences = { full: 100, short: 6 };
/** A sentence cannot always be begun: an outage, an ended chat. More attempts would mean that the fields do not appear. */
const mostAttempts = 1.2;

/** The same person in the real window: real keys, a real clipboard, the browser's input method, and the wall window. */
export const measure: Measure = {
  name: 'typist.window',
  goal,
  queue: 'waiting',
  run: async ({ seed, short, report }) => {
    const flags = ['--practice', `--practice-seed=${seed % 1_000_000}`, '--practice-chats=0', '--practice-rate=0'];
    const launched = await launchConsole({ flags });
    try {
      await new WindowFromOutside(launched.app).isLive();
      const windows = await RealWindows.open(launched);
      const day = new RealDay(windows, new Chance(seed));
      const wanted = short ? sentences.short : sentences.full;
      try {
        for (let tried = 0; tried < wanted * mostAttempts && day.count < wanted; tried += 1) await day.writeOne();
      } catch (cause) {
        for (const line of day.trace) report(line);
        throw cause;
      }
      const { sentences: count, sent, misread, commands, lost, findings, trace } = await day.judge();
      report(`${count} sentences, ${sent} read as they were meant`);
      const isPlayed = count === wanted && (short || sent > count / 5);
      if (findings.length > 0 || !isPlayed) for (const line of [...trace, ...findings]) report(line);
      const value = `${misread} misread, ${commands} commands, ${lost} lost of ${count}`;
      return [{ name: 'typist.window', value, goal, pass: misread + commands + lost === 0 && isPlayed }];
    } finally {
      await launched.discard();
    }
  },
};

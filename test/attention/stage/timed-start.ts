import { launchConsole, type LaunchOptions } from '../../support/electron/launch';

/** Starts the program, and returns the milliseconds until its window has drawn something. */
export async function timeStart(options: LaunchOptions): Promise<number> {
  const launched = await launchConsole(options);
  try {
    const startedAt = await launched.app.evaluate(() => process.getCreationTime());
    const drawnAt = await launched.page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          new PerformanceObserver((list) => {
            for (const { name, startTime } of list.getEntries()) {
              if (name === 'first-contentful-paint') resolve(performance.timeOrigin + startTime);
            }
          }).observe({ type: 'paint', buffered: true });
        }),
    );
    return drawnAt - (startedAt ?? Number.NaN);
  } finally {
    await launched.discard();
  }
}

import { once } from 'node:events';
import type { ElectronApplication } from 'playwright-core';

/** Ends the program without a farewell, as the system does when it needs memory. */
export async function killAndWait(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

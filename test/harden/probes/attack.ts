import type { Page } from 'playwright-core';
import type { AttackerServer } from './attacker-server';
import { powerProbes } from './powers';
import { probeTools, type Probe } from './probe';
import { requestProbes } from './requests';
import { leavingProbes, scriptProbes } from './scripts';

export const allProbes: readonly Probe[] = [...requestProbes, ...scriptProbes, ...powerProbes, ...leavingProbes];

const settleMs = 4_000;
const leaveMs = 700;
const answerMs = 3_000;

/** Runs probes in a page; returns the names of those that escaped. `restore` shows the page again that one has left. */
export async function escapedFrom(
  page: Page,
  server: AttackerServer,
  { chosen, restore }: { readonly chosen: readonly Probe[]; readonly restore: () => Promise<void> },
): Promise<ReadonlySet<string>> {
  const escaped = new Set<string>();
  const idOf = (probe: Probe): string => `p${allProbes.indexOf(probe)}`;
  server.reached.clear();
  await restore();
  const staying = chosen.filter(({ isLeaving }) => isLeaving !== true);
  for (const probe of staying) {
    if (probe.name.includes('WebRTC')) server.rawProbe = idOf(probe);
    if ((await run(page, probe, { id: idOf(probe), address: server.addressOf(idOf(probe)) })) === true)
      escaped.add(probe.name);
  }
  await pause(settleMs);
  const marks = await page.evaluate<readonly string[]>('window.marks ?? []').catch((): readonly string[] => []);
  for (const probe of staying) {
    if (server.reached.has(idOf(probe)) || marks.includes(idOf(probe))) escaped.add(probe.name);
  }
  for (const probe of chosen.filter(({ isLeaving }) => isLeaving === true)) {
    await restore();
    const before = page.url();
    await run(page, probe, { id: idOf(probe), address: server.addressOf(idOf(probe)) });
    await pause(leaveMs);
    if (server.reached.has(idOf(probe)) || page.url() !== before) escaped.add(probe.name);
  }
  return escaped;
}

/**
 * Lets a turn pass first: what a debugger evaluates may use `eval` until then, and what runs afterwards is the page's own.
 */
function run(page: Page, { body }: Probe, { id, address }: { readonly id: string; readonly address: string }) {
  const script = `(async () => {
    await new Promise((turn) => setTimeout(turn, 0));
    window.marks ??= [];
    const id = ${JSON.stringify(id)};
    const u = ${JSON.stringify(address)};
    const code = "marks.push('" + id + "')";
    ${probeTools}
    const attempt = (async () => { ${body} })();
    const late = new Promise((end) => setTimeout(end, ${answerMs}));
    try { return (await Promise.race([attempt, late])) === true; } catch { return false; }
  })()`;
  return page.evaluate(script).catch(() => false);
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

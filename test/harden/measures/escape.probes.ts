import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { _electron } from 'playwright-core';
import type { Measure } from '../../faults/measure';
import { canBeOrdinaryUser, isRoot, withoutBus } from '../../support/electron/ordinary-user';
import { launchConsole } from '../../support/electron/launch';
import { allProbes, escapedFrom } from '../probes/attack';
import { AttackerServer } from '../probes/attacker-server';
import type { Probe } from '../probes/probe';

const goal = '0 of at least 150 escape from a page that an attacker runs; at least 120 do without protections';
const shortEvery = 5;
const openPage = fileURLToPath(new URL('../probes/open-page', import.meta.url));

/** Runs an attacker's scripts in the page of the console, and in a window without protections. */
export const measure: Measure = {
  name: 'escape.probes',
  goal,
  needs: ['setpriv'],
  async run({ short, report }) {
    const chosen = allProbes.filter((_, at) => !short || at % shortEvery === 0);
    const server = await AttackerServer.start();
    try {
      const live = await escapedWithoutProtections(server, chosen);
      const dead = chosen.filter(({ name }) => !live.has(name)).map(({ name }) => name);
      report(`without effect even without protections: ${dead.join('; ')}`);
      const escaped = await escapedFromConsole(server, chosen);
      for (const name of escaped) report(`escaped: ${name}`);
      const value = `${escaped.size} of ${chosen.length} escape; ${live.size} do without protections`;
      const isEnough = short || (chosen.length >= 150 && live.size >= 120);
      return [{ name: 'escape.probes', value, goal, pass: escaped.size === 0 && isEnough }];
    } finally {
      server.close();
    }
  },
};

async function escapedFromConsole(server: AttackerServer, chosen: readonly Probe[]): Promise<ReadonlySet<string>> {
  if (isRoot && !canBeOrdinaryUser) throw new Error('no ordinary user can be had here');
  const console = await launchConsole({ environment: withoutBus });
  try {
    await console.page.getByRole('button', { name: 'Start', exact: true }).waitFor();
    return await escapedFrom(console.page, server, {
      chosen,
      // Not by a locator, which waits for a navigation that was refused.
      restore: async () => {
        const isShown = await console.page.evaluate(`document.querySelector('#app') !== null`);
        if (isShown !== true) throw new Error('the page of the console is gone');
      },
    });
  } finally {
    await console.discard();
  }
}

async function escapedWithoutProtections(
  server: AttackerServer,
  chosen: readonly Probe[],
): Promise<ReadonlySet<string>> {
  const profile = mkdtempSync(path.join(tmpdir(), 'sightline-harden-'));
  const app = await _electron.launch({
    executablePath: process.env['SIGHTLINE_ELECTRON'] ?? '',
    args: [openPage, `--user-data-dir=${profile}`, `--attacked-page=${server.page}`],
  });
  try {
    const page = await app.firstWindow();
    return await escapedFrom(page, server, {
      chosen,
      restore: async () => {
        await page.goto(server.page);
      },
    });
  } finally {
    await app.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

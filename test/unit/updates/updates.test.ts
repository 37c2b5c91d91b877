import { describe, expect, it } from 'vitest';
import type { UpdateState } from '../../../preload/contract';
import { UpdateError, type UpdateFeed } from '../../../main/updates/update-feed';
import { Updates, type UpdateSource } from '../../../main/updates/updates';
import { MemoryLog } from '../../support/floor/memory-log';
import { VirtualClock } from '../../support/virtual-clock';

const hourMs = 3_600_000;
const feedOf = (version: string): UpdateFeed => ({ version, files: [{ url: 'a.deb', sha512: '', size: 3 }] });

interface SiteOptions {
  readonly mode?: UpdateSource['mode'];
  readonly isOff?: boolean;
  /** The installation cannot replace itself. */
  readonly isFixed?: boolean;
}

/** A server of updates, and an installation that can be replaced. */
class UpdateSite {
  readonly clock = new VirtualClock();
  readonly states: UpdateState[] = [];
  offered: UpdateFeed | UpdateError = feedOf('0.1.0');
  /** How the next downloads end: with an error, or well. */
  download: UpdateError | null = null;
  reads = 0;

  open({ mode = 'notify', isOff = false, isFixed = false }: SiteOptions = {}): Updates {
    const source: UpdateSource = {
      mode,
      readFeed: () => {
        this.reads += 1;
        return this.offered instanceof UpdateError ? Promise.reject(this.offered) : Promise.resolve(this.offered);
      },
      installer: isFixed ? null : { download: (_feed, onProgress) => this.#download(onProgress) },
    };
    return new Updates({
      source: isOff ? null : source,
      version: '0.1.0',
      clock: this.clock,
      random: () => 0,
      log: new MemoryLog().logger,
      onChange: (state) => void this.states.push(state),
    });
  }

  #download(onProgress: (percent: number) => void): Promise<void> {
    for (const percent of [12.4, 12.9, 60]) onProgress(percent);
    return this.download === null ? Promise.resolve() : Promise.reject(this.download);
  }
}

describe('updates', () => {
  it('ask nothing without a policy', async () => {
    const site = new UpdateSite();
    const updates = site.open({ isOff: true });
    await updates.check();
    await site.clock.advanceSettled(24 * hourMs);
    expect([updates.state(), site.reads]).toEqual([{ phase: 'off' }, 0]);
  });

  it('are looked for after the start and every six hours', async () => {
    const site = new UpdateSite();
    const updates = site.open();
    await site.clock.advanceSettled(13 * hourMs);
    expect(site.reads).toBe(3);
    expect(updates.state()).toEqual({ phase: 'upToDate', checkedAt: expect.any(Number) as number });
    updates.dispose();
    await site.clock.advanceSettled(24 * hourMs);
    expect(site.reads).toBe(3);
  });

  it('are downloaded when the user wants them', async () => {
    const site = new UpdateSite();
    site.offered = feedOf('0.2.0');
    const updates = site.open();
    await updates.check();
    expect(updates.state()).toEqual({ phase: 'available', version: '0.2.0', canDownload: true });
    await updates.download();
    expect(site.states.slice(2)).toEqual([
      ...[0, 12, 60].map((percent) => ({ phase: 'downloading', version: '0.2.0', percent })),
      { phase: 'ready', version: '0.2.0' },
    ]);
    await updates.check();
    expect(updates.state()).toEqual({ phase: 'ready', version: '0.2.0' });
  });

  it('are downloaded unasked where the policy says so', async () => {
    const site = new UpdateSite();
    site.offered = feedOf('0.2.0');
    const updates = site.open({ mode: 'installAtQuit' });
    await updates.check();
    expect(updates.state()).toEqual({ phase: 'ready', version: '0.2.0' });
  });

  it('are only named where the installation cannot replace itself', async () => {
    const site = new UpdateSite();
    site.offered = feedOf('0.2.0');
    const updates = site.open({ mode: 'installAtQuit', isFixed: true });
    await updates.check();
    await updates.download();
    expect(updates.state()).toEqual({ phase: 'available', version: '0.2.0', canDownload: false });
  });

  it.each(['0.1.0', '0.0.9'])('never go back: %s is not newer', async (version) => {
    const site = new UpdateSite();
    site.offered = feedOf(version);
    const updates = site.open({ mode: 'installAtQuit' });
    await updates.check();
    expect(updates.state().phase).toBe('upToDate');
  });

  it('name what failed, and try again', async () => {
    const site = new UpdateSite();
    site.offered = new UpdateError('notSigned');
    const updates = site.open({ mode: 'installAtQuit' });
    await updates.check();
    expect(updates.state()).toEqual({ phase: 'failed', problem: 'notSigned' });
    site.offered = feedOf('0.2.0');
    site.download = new UpdateError('incomplete');
    await updates.check();
    expect(updates.state()).toEqual({ phase: 'failed', problem: 'incomplete' });
    site.download = null;
    await site.clock.advanceSettled(7 * hourMs);
    expect(updates.state()).toEqual({ phase: 'ready', version: '0.2.0' });
  });
});

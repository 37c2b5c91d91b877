import { describe, expect, it } from 'vitest';
import { CrashDumps, type CrashDump, type CrashDumpFolder } from '../../../main/diagnostics/crash-dumps';
import { createLogger, type LogLine } from '../../../main/base/log';
import { VirtualClock } from '../../support/virtual-clock';

const day = 24 * 3_600_000;

class MemoryFolder implements CrashDumpFolder {
  dumps: readonly CrashDump[] = [];
  isReadable = true;
  locked: string | null = null;

  list(): Promise<readonly CrashDump[]> {
    return this.isReadable ? Promise.resolve(this.dumps) : Promise.reject(new Error('permission denied'));
  }

  remove(file: string): Promise<void> {
    if (file === this.locked) return Promise.reject(new Error('the file is in use'));
    this.dumps = this.dumps.filter((dump) => dump.file !== file);
    return Promise.resolve();
  }
}

function setUp(ages: readonly number[]) {
  const clock = new VirtualClock();
  clock.advance(100 * day);
  const folder = new MemoryFolder();
  folder.dumps = ages.map((age, number) => ({ file: `${number}.dmp`, writtenAt: clock.now() - age }));
  const lines: LogLine[] = [];
  const log = createLogger('crash dumps', (line) => lines.push(line));
  return { dumps: new CrashDumps({ folder, clock, log }), folder, clock, lines };
}

describe('CrashDumps', () => {
  it('counts them and names the time of the newest', async () => {
    const { dumps, clock } = setUp([5 * day, day, 9 * day]);
    expect(await dumps.summary()).toEqual({ count: 3, newestAt: clock.now() - day });
  });

  it('keeps the ten newest, and none older than 30 days', async () => {
    const { dumps, folder } = setUp([...Array.from({ length: 12 }, (_, number) => (12 - number) * day), 31 * day]);
    await dumps.tidy();
    expect(folder.dumps.map(({ file }) => file)).toEqual(
      Array.from({ length: 10 }, (_, number) => `${number + 2}.dmp`),
    );
    const old = setUp([29 * day, 31 * day]);
    await old.dumps.tidy();
    expect(old.folder.dumps.map(({ file }) => file)).toEqual(['0.dmp']);
  });

  it('removes all on request, and goes on after one that cannot be removed', async () => {
    const { dumps, folder, lines } = setUp([day, 2 * day, 3 * day]);
    folder.locked = '1.dmp';
    await dumps.removeAll();
    expect(folder.dumps.map(({ file }) => file)).toEqual(['1.dmp']);
    expect(lines).toHaveLength(1);
  });

  it('does not know them where the folder cannot be read', async () => {
    const { dumps, folder, lines } = setUp([day]);
    folder.isReadable = false;
    expect(await dumps.summary()).toBeNull();
    await dumps.removeAll();
    await dumps.tidy();
    expect(lines).toHaveLength(3);
  });
});

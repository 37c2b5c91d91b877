import { describe, expect, it } from 'vitest';
import { createChangeQueue } from '../../../build/dev/change-queue.mjs';

/** A console whose renewals end only when the test says so. */
class SlowConsole {
  readonly renewals: string[] = [];
  #end: () => void = () => undefined;

  readonly renew = (renewal: string): Promise<void> => {
    this.renewals.push(renewal);
    return new Promise((resolve) => (this.#end = resolve));
  };

  async end(): Promise<void> {
    this.#end();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('changes while the console runs', () => {
  it('renews at once', () => {
    const console = new SlowConsole();
    void createChangeQueue(console.renew)('reload');
    expect(console.renewals).toEqual(['reload']);
  });

  it('merges what changes during a renewal into one, a restart before a reload', async () => {
    const console = new SlowConsole();
    const changed = createChangeQueue(console.renew);
    void changed('reload');
    void changed('reload');
    void changed('restart');
    void changed('reload');
    await console.end();
    expect(console.renewals).toEqual(['reload', 'restart']);
    await console.end();
    expect(console.renewals).toEqual(['reload', 'restart']);
  });

  it('renews again after all is done', async () => {
    const console = new SlowConsole();
    const changed = createChangeQueue(console.renew);
    const first = changed('restart');
    await console.end();
    await first;
    void changed('reload');
    expect(console.renewals).toEqual(['restart', 'reload']);
  });
});

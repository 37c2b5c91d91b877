import { describe, expect, it } from 'vitest';
import { SecretStore, type SystemSecrets } from '../../../main/session/secret-store';
import { MemoryLog } from '../../support/floor/memory-log';
import { settle, VirtualClock } from '../../support/virtual-clock';

type Probed = Awaited<ReturnType<SystemSecrets['probe']>>;

/** A system store that can be locked, hang and come back. It seals by adding a mark. */
class FakeSystemSecrets implements SystemSecrets {
  name = 'gnome_libsecret';
  probed: Probed = 'ready';
  isUnlocked = true;
  mark = 'v11';
  isHanging = false;
  calls = 0;
  #waiting: (() => void)[] = [];

  backend(): string {
    return this.name;
  }

  probe(): Promise<Probed> {
    return Promise.resolve(this.probed);
  }

  isAvailable(): Promise<boolean> {
    return this.#reply(() => this.isUnlocked);
  }

  encrypt(plain: string): Promise<Buffer> {
    return this.#reply(() => Buffer.from(`${this.mark}${plain}`));
  }

  decrypt(sealed: Buffer): Promise<string> {
    return this.#reply(() => sealed.toString().slice(this.mark.length));
  }

  isProtected(sealed: Buffer): boolean {
    return !sealed.toString().startsWith('v10');
  }

  goOn(): void {
    this.isHanging = false;
    for (const reply of this.#waiting.splice(0)) reply();
  }

  #reply<T>(value: () => T): Promise<T> {
    this.calls += 1;
    if (!this.isHanging) return Promise.resolve(value());
    return new Promise((resolve) => {
      this.#waiting.push(() => {
        resolve(value());
      });
    });
  }
}

function storeFor(arrange: (system: FakeSystemSecrets) => void = () => undefined) {
  const clock = new VirtualClock();
  const system = new FakeSystemSecrets();
  arrange(system);
  const store = new SecretStore({ system, clock, log: new MemoryLog().logger });
  const states: string[] = [];
  store.onChange((state) => states.push(state));
  return { clock, system, store, states };
}

describe('SecretStore', () => {
  it('is checking until the store replies, and keeps nobody waiting', async () => {
    const { store, states } = storeFor();
    expect(store.state()).toBe('checking');
    await settle();
    expect([store.state(), states]).toEqual(['available', ['available']]);
  });

  it('seals and opens', async () => {
    const { store } = storeFor();
    const sealed = await store.seal('password');
    expect(sealed).toMatchObject({ backend: 'gnome_libsecret' });
    expect(JSON.stringify(sealed)).not.toContain('password');
    expect(await store.open(sealed)).toBe('password');
  });

  it.each(['basic_text', 'unknown'])('counts the store %s, which protects nothing, as absent', async (name) => {
    const { store, system } = storeFor((one) => (one.name = name));
    await settle();
    expect([store.state(), await store.seal('secret'), system.calls]).toEqual(['absent', null, 0]);
  });

  it.each(['absent', 'notResponding'] as const)('never touches a store that is %s', async (probed) => {
    const { store, system } = storeFor((one) => (one.probed = probed));
    await settle();
    expect([store.state(), await store.seal('secret'), system.calls]).toEqual([probed, null, 0]);
  });

  it('is unusable while the store refuses, and available once it was unlocked', async () => {
    const { store, system } = storeFor((one) => (one.isUnlocked = false));
    await settle();
    expect(store.state()).toBe('unusable');
    system.isUnlocked = true;
    store.checkAgain();
    await settle();
    expect(store.state()).toBe('available');
  });

  it('asks a store that does not respond again until it does', async () => {
    const { store, system, clock, states } = storeFor((one) => (one.probed = 'notResponding'));
    await settle();
    await clock.advanceSettled(5_000);
    system.probed = 'ready';
    await clock.advanceSettled(5_000);
    expect([store.state(), states]).toEqual(['available', ['notResponding', 'available']]);
    store.dispose();
    expect(clock.waiting).toEqual([]);
  });

  it('uses a reply that comes late', async () => {
    const { store, system, clock, states } = storeFor((one) => (one.isHanging = true));
    await settle();
    await clock.advanceSettled(4_000);
    expect(store.state()).toBe('notResponding');
    system.goOn();
    await settle();
    expect(states).toEqual(['notResponding', 'available']);
  });

  it('gives up a store that hangs while it seals', async () => {
    const { store, system, clock } = storeFor();
    await settle();
    const sealed = store.seal('secret');
    await settle();
    system.isHanging = true;
    const second = store.seal('secret');
    await clock.advanceSettled(4_000);
    expect([await second, (await sealed) !== null]).toEqual([null, true]);
  });

  it('keeps no secret under a key that everyone knows', async () => {
    const { store } = storeFor((one) => (one.mark = 'v10'));
    expect(await store.seal('secret')).toBeNull();
    const stored = { backend: 'gnome_libsecret', sealed: Buffer.from('v10secret').toString('base64') };
    expect(await store.open(stored)).toBeNull();
  });

  it.each([null, 5, {}, { backend: 'kwallet5', sealed: 'djExc2VjcmV0' }, { backend: 'gnome_libsecret', sealed: 5 }])(
    'opens nothing that it did not seal: %j',
    async (stored) => {
      expect(await storeFor().store.open(stored)).toBeNull();
    },
  );
});

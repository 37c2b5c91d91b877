import type { DesktopState, Done, Result, SecretStoreState, SignInProfile } from '../../../preload/contract';

const accepted: Result<Done> = { ok: true, value: null };

export interface FakeDesktopOptions {
  readonly state?: Partial<DesktopState>;
  readonly secretStore?: SecretStoreState;
}

/** The computer as main reports it to a window. Tests and scenes say what it can do. */
export class FakeDesktop {
  state: DesktopState = {
    notifications: 'working',
    tray: 'shown',
    doNotDisturb: 'off',
    sound: 'working',
    notice: [],
    selfTest: 'idle',
  };
  secretStore: SecretStoreState = 'available';
  readonly #publish: (state: DesktopState) => void;

  constructor(publish: (state: DesktopState) => void) {
    this.#publish = publish;
  }

  set({ state, secretStore = 'available' }: FakeDesktopOptions = {}): void {
    this.state = { ...this.state, ...state };
    this.secretStore = secretStore;
  }

  change(changes: Partial<DesktopState>): void {
    this.state = { ...this.state, ...changes };
    this.#publish(this.state);
  }

  readonly handlers = {
    'session.profile': (): Result<SignInProfile> => ({
      ok: true,
      value: { serverUrl: '', userName: '', hasRememberedPassword: false, secretStore: this.secretStore, nickname: '' },
    }),
    'desktop.state': (): Result<DesktopState> => ({ ok: true, value: this.state }),
    'desktop.test': (): Result<Done> => {
      this.change({ selfTest: 'sent' });
      return accepted;
    },
    'desktop.dismissNotice': (): Result<Done> => {
      this.change({ notice: [] });
      return accepted;
    },
    'sound.report': ({ isPlayed }: { readonly isPlayed: boolean }): Result<Done> => {
      this.change({ sound: isPlayed ? 'working' : 'systemOnly' });
      return accepted;
    },
  };
}

import type {
  DesktopState,
  Done,
  Result,
  SecretStoreState,
  ServerProfile,
  SignInProfile,
} from '../../../preload/contract';

const accepted: Result<Done> = { ok: true, value: null };

export interface FakeDesktopOptions {
  readonly state?: Partial<DesktopState>;
  readonly secretStore?: SecretStoreState;
  /** Servers of the sign-in page; the first one was used last. */
  readonly servers?: FakeDesktop['servers'];
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
  servers: readonly (ServerProfile & { readonly userName: string })[] = [];
  #serversBefore = this.servers;
  #chosen: string | null = null;
  readonly #publish: (state: DesktopState) => void;

  constructor(publish: (state: DesktopState) => void) {
    this.#publish = publish;
  }

  set({ state, secretStore = 'available', servers = [] }: FakeDesktopOptions = {}): void {
    this.servers = servers;
    this.state = { ...this.state, ...state };
    this.secretStore = secretStore;
  }

  change(changes: Partial<DesktopState>): void {
    this.state = { ...this.state, ...changes };
    this.#publish(this.state);
  }

  readonly handlers = {
    'session.profile': (): Result<SignInProfile> => ({ ok: true, value: this.#profile() }),
    'session.chooseServer': ({ url }: { readonly url: string }): Result<SignInProfile> => {
      this.#chosen = url;
      return { ok: true, value: this.#profile() };
    },
    'session.undoRemoveServer': (): Result<SignInProfile> => {
      this.servers = this.#serversBefore;
      return { ok: true, value: this.#profile() };
    },
    'session.removeServer': ({ url }: { readonly url: string }): Result<SignInProfile> => {
      this.#serversBefore = this.servers;
      this.servers = this.servers.filter(({ serverUrl }) => serverUrl !== url);
      this.#chosen = '';
      return { ok: true, value: this.#profile() };
    },
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

  #profile(): SignInProfile {
    const { secretStore } = this;
    const isChosen = ({ serverUrl }: ServerProfile): boolean => serverUrl === this.#chosen;
    const { name = '', serverUrl = '', userName = '' } = this.servers.find(isChosen) ?? this.servers[0] ?? {};
    const profiles = this.servers.map((server) => ({
      ...{ name: server.name, serverUrl: server.serverUrl, isManaged: server.isManaged },
    }));
    return {
      ...{ serverUrl, userName, hasRememberedPassword: false, secretStore, nickname: '' },
      ...(name === '' ? {} : { name }),
      ...(profiles.length === 0 ? {} : { profiles }),
    };
  }
}

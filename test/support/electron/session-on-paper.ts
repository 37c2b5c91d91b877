import type { SignInTarget } from '../../../preload/contract';
import { createLogger } from '../../../main/base/log';
import { createRememberedSignIn } from '../../../main/session/remembered-sign-in';
import { allRights, type Rights } from '../../../preload/contract/rights';
import { createSessionControl } from '../../../main/session/session-control';
import {
  FakeKeyValueStore,
  FakePlatform,
  PracticeOnPaper,
  FakeSessionRecorder,
  FakeSecretCipher,
} from './sign-in-fakes';

/** Sign-in and sign-out with fakes of everything around them. */
export function controlOnPaper(serverFromCommandLine: string | null = null, rights: Partial<Rights> = {}) {
  const memory = new FakeKeyValueStore();
  const secrets = new FakeSecretCipher();
  const platform = new FakePlatform();
  const record = new FakeSessionRecorder();
  const practice = new PracticeOnPaper();
  const remembered = createRememberedSignIn({ memory, secrets, serverFromCommandLine, isPasswordAllowed: true });
  const log = createLogger('session', () => undefined);
  const control = createSessionControl({
    ...{ platform, record, practice, remembered, log },
    isHostAllowed: (host) => host !== 'forbidden.example.com',
    rights: { ...allRights, ...rights },
  });
  return { memory, secrets, platform, record, practice, control };
}

/** A sign-in at a server, with a password. */
export function serverTarget(changes: Partial<Extract<SignInTarget, { kind: 'server' }>> = {}): SignInTarget {
  return {
    kind: 'server',
    url: 'https://gws.example.com',
    userName: 'sam',
    password: 'secret',
    rememberPassword: false,
    nickname: 'Sam',
    ...changes,
  };
}

import type { CheckResult, CheckStep, ConnectionCheckState, NetworkQuestion } from '../../preload/contract';
import { checkSteps } from '../../preload/contract/model/connection-check';
import type { Scene } from './scene';
import type { ScenePage } from './scene-page';
import { failing, inTurn, keys, layer, press, seen, write } from './steps';

const asked =
  (question: NetworkQuestion) =>
  async (page: ScenePage): Promise<void> => {
    await page.move('push', 'network.questionChanged', question);
    await layer(page);
  };
const proxy: NetworkQuestion = {
  ...{ kind: 'proxySignIn', id: 'q1', proxy: 'proxy.example.com:3128', realm: 'Example GmbH – Internet access' },
  ...{ isRetry: false, canSave: true },
};
const certificate = (id: string, issuer: string, validTo: number) => ({
  ...{ id, subject: `Imani Okafor (${id})`, issuer, validFrom: Date.UTC(2025, 0, 1), validTo },
});
const certificates: NetworkQuestion = {
  ...{ kind: 'clientCertificate', id: 'q2', host: 'gws.example.com' },
  certificates: [
    certificate('4711', 'Example GmbH Users CA 2', Date.UTC(2030, 0, 1)),
    certificate('4712', 'Example GmbH Users CA 2', Date.UTC(2026, 0, 1)),
    certificate(
      '0815',
      'A certification authority with a name that is far too long for one line',
      Date.UTC(2030, 0, 1),
    ),
  ],
};

const good: Record<CheckStep, CheckResult> = {
  name: passed('nameFound', { host: 'gws.example.com' }),
  proxy: passed('proxyUsed', { proxy: 'proxy.example.com:3128' }),
  reach: passed('reached', { host: 'gws.example.com' }),
  encryption: passed('encrypted'),
  server: passed('answersWithVersion', { version: '9.0.001.23' }),
  signIn: passed('signedIn'),
  cookies: passed('cookieKept'),
  token: passed('tokenKept'),
  handshake: passed('handshakeKept', { time: Date.UTC(2026, 10, 22, 8, 0) }),
  poll: passed('pollAnswered', { seconds: 10 }),
  event: { is: 'notTried', why: 'noEventYet' },
};
const unknownAuthority: CheckResult = {
  is: 'failed',
  problem: {
    kind: 'error',
    error: { code: 'server.certificateUnknownAuthority', values: { issuer: 'Example GmbH Inspection CA' } },
  },
};

function passed(finding: Extract<CheckResult, { is: 'passed' }>['finding'], values = {}): CheckResult {
  return { is: 'passed', finding, values };
}

/** The steps before `step` passed; those from it on have this result. */
function upTo(step: CheckStep, result: CheckResult, others: CheckResult): Record<CheckStep, CheckResult> {
  const at = checkSteps.indexOf(step);
  const results = checkSteps.map((one, place) => [one, place < at ? good[one] : place === at ? result : others]);
  return Object.fromEntries(results) as Record<CheckStep, CheckResult>;
}

const opened = async (page: ScenePage): Promise<void> => {
  await page.move('push', 'shell.action', { type: 'checkConnection' });
  await layer(page);
};
const checked = (results: ConnectionCheckState['results'], part: Partial<ConnectionCheckState> = {}) =>
  inTurn(opened, async (page) => {
    const state = { host: 'gws.example.com', startedAt: Date.UTC(2026, 10, 22), isRunning: false, isSignedIn: true };
    await page.move('push', 'connectionCheck.changed', { ...state, results, ...part });
    await page.getByTestId('check-steps').waitFor();
  });

export const networkScenes: readonly Scene[] = [
  { screen: 'network', state: 'proxy-sign-in', floor: 'busy', arrange: asked(proxy) },
  { screen: 'network', state: 'proxy-refused', floor: 'signed-out', arrange: asked({ ...proxy, isRetry: true }) },
  { screen: 'network', state: 'certificate', floor: 'signed-out', arrange: asked(certificates) },
  {
    screen: 'check',
    state: 'from-error',
    floor: 'signed-out',
    arrange: inTurn(
      failing('session.signIn', 'server.timeout'),
      write('https://gws.example.com'),
      keys('Tab'),
      write('sam'),
      keys('Tab'),
      write('secret'),
      keys('Enter'),
      seen('check-connection'),
    ),
  },
  { screen: 'sign-in', state: 'managed-server', floor: 'several-servers' },
  { screen: 'sign-in', state: 'servers', floor: 'several-servers', arrange: press('servers') },
  { screen: 'check', state: 'idle', floor: 'signed-out', arrange: opened },
  {
    screen: 'check',
    state: 'running',
    floor: 'busy',
    arrange: checked(upTo('poll', { is: 'running' }, { is: 'waiting' }), { isRunning: true }),
  },
  { screen: 'check', state: 'passed', floor: 'busy', arrange: checked(good) },
  {
    screen: 'check',
    state: 'failed',
    floor: 'signed-out',
    arrange: inTurn(
      write('https://gws.example.com'),
      checked(upTo('encryption', unknownAuthority, { is: 'notTried', why: 'afterFailure' }), { isSignedIn: false }),
    ),
  },
];

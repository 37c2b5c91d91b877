import { randomUUID } from 'node:crypto';
import type { NetworkQuestion, ProxySettings } from '../../preload/contract';
import type { Clock } from '../base/clock';
import type { Logger } from '../base/log';
import { runInBackground } from '../base/run-in-background';
import type { NetworkAccess } from '../electron/http';
import { answerProxies, lookupPartition } from '../electron/network/answer-proxies';
import { ClientCertificates } from '../electron/network/client-certificates';
import { PartitionProxies } from '../electron/network/partition-proxies';
import type { HandlerPorts } from '../ipc/handlers';
import { ClientCertificateChoice } from '../network/client-certificate-choice';
import { NetworkQuestions } from '../network/network-questions';
import { ProxySignIn, type ProxySignInOptions } from '../network/proxy-sign-in';
import type { Policy } from '../policy/policy';

export interface NetworkPartsOptions extends Pick<ProxySignInOptions, 'memory' | 'secrets'> {
  readonly policy: Policy;
  readonly proxy: () => ProxySettings;
  readonly clock: Clock;
  readonly log: Logger;
  readonly onQuestionChange: (question: NetworkQuestion | null) => void;
  /** What failed for want of an answer can be tried again. */
  readonly tryAgain: () => void;
}

export interface NetworkParts {
  readonly access: NetworkAccess;
  readonly handlers: HandlerPorts['network'];
  /** Takes effect for all pages and requests. Call it before the first window. */
  start(): void;
  settingsChanged(): void;
}

/** Connects what requests need on their way through a managed network: proxies, their sign-in, certificates of the user. */
export function composeNetwork(options: NetworkPartsOptions): NetworkParts {
  const { policy, memory, secrets, clock, log, tryAgain } = options;
  const questions = new NetworkQuestions({
    newId: randomUUID,
    onChange: options.onQuestionChange,
    onAnswered: tryAgain,
  });
  const proxies = new PartitionProxies({ settings: options.proxy, negotiateHosts: policy.state.negotiateHosts });
  const isSavingAllowed = policy.state.rights.mayRememberPassword;
  const proxySignIn = new ProxySignIn({ questions, memory, secrets, isSavingAllowed });
  const choice = new ClientCertificateChoice({
    rules: policy.state.clientCertificates,
    questions,
    now: () => clock.now(),
  });
  const certificates = new ClientCertificates({ choice, clock, log });
  return {
    access: { proxies, proxySignIn, certificates },
    handlers: {
      question: () => questions.current,
      answer: (id, answer) => questions.answer(id, answer),
      userActed: () => {
        questions.userActed();
      },
      tryAgain,
    },
    start: () => {
      certificates.handleRequests();
      answerProxies(proxySignIn);
      runInBackground(proxies.apply(lookupPartition()), 'setting the proxy', log);
    },
    settingsChanged: () => {
      runInBackground(proxies.settingsChanged(), 'changing the proxy', log);
    },
  };
}

import { watch } from 'vue';
import { useNetworkStore } from '../../stores/network.store';
import type { SignInProblem } from './sign-in-form';

const solvable = new Set(['error.server_proxySignIn', 'error.server_clientCertificate']);

/** Signs in again once the user gave what the refused sign-in lacked: a password for the proxy, or a certificate. */
export function retryWhenAnswered(problem: () => SignInProblem | null, submit: () => Promise<void>): void {
  const network = useNetworkStore();
  watch(
    () => network.answerCount,
    () => {
      if (solvable.has(problem()?.key ?? '')) void submit();
    },
  );
}

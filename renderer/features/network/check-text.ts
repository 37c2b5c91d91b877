import type { CheckResult, ConnectionCheckState } from '../../../preload/contract';
import { checkSteps } from '../../../preload/contract/model/connection-check';
import { resultSentence, summarySentence, type Translating } from './check-sentences';

/**
 * Returns a check as plain text: what is shown, with the code of each result for support. It names the host and the
 * proxy, and nothing else of addresses, people or credentials.
 */
export function checkText(check: ConnectionCheckState, version: string, translating: Translating): string {
  const { t } = translating;
  const lines = checkSteps.flatMap((step) => {
    const result = check.results[step];
    const sentence = resultSentence(result, check.host, translating);
    const title = `${t(`connectionCheck.state.${result.is}`)}: ${t(`connectionCheck.step.${step}`)} (${step}, ${codeOf(result)})`;
    const tell = result.is === 'failed' ? [`    ${t(`connectionCheck.tell.${step}`, { host: check.host })}`] : [];
    return [title, ...(sentence === '' ? [] : [`    ${sentence}`]), ...tell];
  });
  const head = [
    `Sightline ${version}, ${new Date(check.startedAt).toISOString()}`,
    summarySentence(check, translating),
  ];
  return [...head, '', ...lines, ''].join('\n');
}

function codeOf(result: CheckResult): string {
  switch (result.is) {
    case 'passed':
      return result.finding;
    case 'notTried':
      return result.why;
    case 'failed':
      return result.problem.kind === 'error' ? result.problem.error.code : result.problem.reason;
    case 'waiting':
    case 'running':
      return result.is;
  }
}

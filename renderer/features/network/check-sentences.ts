import type { CheckResult, CheckStep, ConnectionCheckState } from '../../../preload/contract';
import { checkSteps } from '../../../preload/contract/model/connection-check';
import { sentenceValues } from '../../domain/text/sentence-values';

export interface Translating {
  readonly t: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly locale: string;
}

export type CheckVerdict = 'running' | 'passed' | 'passedSignedOut' | 'failed' | 'stopped';

/** What one check comes to. A step that was not tried never makes it "passed". */
export function verdictOf({ isRunning, results }: ConnectionCheckState): CheckVerdict {
  if (isRunning) return 'running';
  const all = Object.values(results);
  if (all.some(({ is }) => is === 'failed')) return 'failed';
  const omissions = all.flatMap((result) => (result.is === 'notTried' ? [result.why] : []));
  if (omissions.includes('stopped')) return 'stopped';
  return omissions.includes('notSignedIn') ? 'passedSignedOut' : 'passed';
}

export function failedStep({ results }: ConnectionCheckState): CheckStep | null {
  return checkSteps.find((step) => results[step].is === 'failed') ?? null;
}

export function summarySentence(check: ConnectionCheckState, { t }: Translating): string {
  const step = failedStep(check);
  const values = { host: check.host, step: step === null ? '' : t(`connectionCheck.step.${step}`) };
  return t(`connectionCheck.summary.${verdictOf(check)}`, values);
}

/** What a step found, in one sentence; empty while there is nothing to say. */
export function resultSentence(result: CheckResult, host: string, { t, locale }: Translating): string {
  switch (result.is) {
    case 'passed':
      return t(`connectionCheck.finding.${result.finding}`, sentenceValues(result.values, locale));
    case 'notTried':
      return t(`connectionCheck.omission.${result.why}`);
    case 'failed': {
      const { problem } = result;
      if (problem.kind === 'reason')
        return t(`connection.reason.${problem.reason}`, sentenceValues(problem.values, locale));
      const { code, values } = problem.error;
      return t(`error.${code.replaceAll('.', '_')}`, sentenceValues({ host, ...values }, locale));
    }
    case 'waiting':
    case 'running':
      return '';
  }
}

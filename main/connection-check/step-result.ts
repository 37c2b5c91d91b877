import type {
  AppError,
  CheckFinding,
  CheckOmission,
  CheckProblem,
  CheckResult,
  CheckStep,
  SentenceValues,
} from '../../preload/contract';
import { fail } from '../base/result';

/** How a step ends. A request can show that another step failed, such as the proxy; `at` names that one. */
export type StepEnd =
  | Extract<CheckResult, { readonly is: 'passed' | 'notTried' }>
  | { readonly is: 'failed'; readonly at: CheckStep; readonly problem: CheckProblem };

export function passed(finding: CheckFinding, values: SentenceValues = {}): StepEnd {
  return { is: 'passed', finding, values };
}

export function notTried(why: CheckOmission): Extract<CheckResult, { readonly is: 'notTried' }> {
  return { is: 'notTried', why };
}

/** Errors of one request by the step that they belong to; any other error comes from what answers as the server. */
const stepOf: Partial<Record<AppError['code'], CheckStep>> = {
  'server.notFound': 'name',
  'server.proxy': 'proxy',
  'server.proxySignIn': 'proxy',
  'server.proxyConfiguration': 'proxy',
  'server.refused': 'reach',
  'server.unreachable': 'reach',
  'server.timeout': 'reach',
  'server.certificate': 'encryption',
  'server.certificateExpired': 'encryption',
  'server.certificateNotYetValid': 'encryption',
  'server.certificateWrongHost': 'encryption',
  'server.certificateSelfSigned': 'encryption',
  'server.certificateUnknownAuthority': 'encryption',
  'server.certificateRevoked': 'encryption',
  'server.certificateWeak': 'encryption',
  'server.clientCertificate': 'encryption',
  'server.tlsProtocol': 'encryption',
};

/** `own`: the step that the request belongs to. The server's own words may name people, so they are left out. */
export function failedBy({ code, values }: AppError, own: CheckStep): StepEnd {
  const isOfServer = code.startsWith('server.') || code.startsWith('session.') || code.startsWith('policy.');
  const known = isOfServer ? code : 'server.notGenesys';
  return {
    is: 'failed',
    at: stepOf[known] ?? own,
    problem: { kind: 'error', error: fail(known, values === undefined ? {} : { values }).error },
  };
}

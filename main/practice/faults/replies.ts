import type { ServerResponse } from 'node:http';
import { refuse, StatusCode } from '../contact-centre/operation-result';
import type { Reply } from '../http/reply';
import type { FaultRule } from './rules';

export function faultReply(rule: FaultRule): Reply {
  const status = rule.status ?? 503;
  const answer = refuse(rule.statusCode ?? StatusCode.internal, rule.statusMessage ?? 'Service is not available');
  const headers = rule.retryAfterSeconds === undefined ? {} : { 'Retry-After': String(rule.retryAfterSeconds) };
  return { status, body: rule.body ?? answer, headers };
}

/** Corrupts the response only; the request is executed. */
export function corruptReply(response: ServerResponse, kind: 'dropReply' | 'blackHoleReply' | 'truncate'): void {
  const finish = response.end.bind(response);
  const end = (content?: unknown): ServerResponse => {
    if (kind === 'blackHoleReply') return response;
    if (kind === 'dropReply') {
      response.socket?.destroy();
      return response;
    }
    const whole = Buffer.from(typeof content === 'string' ? content : '');
    if (whole.length < 2) return finish();
    response.setHeader('Content-Length', whole.length);
    response.write(whole.subarray(0, Math.floor(whole.length / 2)), () => response.socket?.destroy());
    return response;
  };
  response.end = end as typeof response.end;
}

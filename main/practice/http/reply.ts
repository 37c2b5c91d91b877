import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from '../contact-centre/operation-result';
import { refuse, StatusCode } from '../contact-centre/operation-result';

export interface Reply {
  readonly status: number;
  /** A string is sent as plain text, anything else as JSON. */
  readonly body: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

const httpStatuses: Readonly<Record<number, number>> = {
  [StatusCode.success]: 200,
  [StatusCode.parameterMissing]: 400,
  [StatusCode.invalidInState]: 409,
  [StatusCode.forbidden]: 403,
  [StatusCode.internal]: 500,
  [StatusCode.noPermission]: 403,
  [StatusCode.notFound]: 404,
  [StatusCode.partialSuccess]: 200,
  [StatusCode.outOfRange]: 400,
  [StatusCode.notAuthenticated]: 401,
};

/** The HTTP status of each code is not documented: clients must read the body first. */
export function replyWith(answer: Answer): Reply {
  return { status: httpStatuses[answer.statusCode] ?? 500, body: answer.printedAs ?? answer };
}

export function send(response: ServerResponse, reply: Reply): void {
  const isText = typeof reply.body === 'string';
  const content = typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body);
  response.statusCode = reply.status;
  response.setHeader('Content-Type', isText ? 'text/plain;charset=UTF-8' : 'application/json;charset=UTF-8');
  response.setHeader('Cache-Control', 'no-store');
  for (const [name, value] of Object.entries(reply.headers ?? {})) response.setHeader(name, value);
  response.end(content);
}

const LONGEST_BODY = 1_048_576;

/** Returns the whole body, decoded once; `null` if it is too long or cut off. */
export async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > LONGEST_BODY) return null;
      chunks.push(chunk);
    }
  } catch {
    return null; // The client closed the connection.
  }
  return Buffer.concat(chunks).toString('utf8');
}

export const internalError: Reply = replyWith(refuse(StatusCode.internal, 'Internal error'));

export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

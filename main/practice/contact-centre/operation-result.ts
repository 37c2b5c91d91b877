/** The documented status codes in use here. */
export const StatusCode = {
  success: 0,
  parameterMissing: 1,
  invalidInState: 2,
  forbidden: 3,
  internal: 4,
  noPermission: 5,
  notFound: 6,
  partialSuccess: 7,
  outOfRange: 10,
  notAuthenticated: 20,
} as const;

export interface Answer {
  readonly statusCode: number;
  readonly statusMessage?: string;
  /** Body to send where the documentation prints another shape than usual. */
  readonly printedAs?: unknown;
  readonly [field: string]: unknown;
}

export const accepted: Answer = { statusCode: StatusCode.success };

export function acceptedAs(referenceId: number): Answer {
  return { statusCode: StatusCode.success, referenceId };
}

export function refuse(statusCode: number, statusMessage: string): Answer {
  return { statusCode, statusMessage };
}

export function missing(parameter: string): Answer {
  return refuse(StatusCode.parameterMissing, `Required parameter is missing: ${parameter}`);
}

export function unknownResource(what: string): Answer {
  return refuse(StatusCode.notFound, `Resource not found: ${what}`);
}

export function unknownOperation(operation: string): Answer {
  return refuse(StatusCode.outOfRange, `Unknown operation: ${operation}`);
}

export function notInThisState(operation: string): Answer {
  return refuse(StatusCode.forbidden, `Operation ${operation} is not allowed in the current state of the chat`);
}

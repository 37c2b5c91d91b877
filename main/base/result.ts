import type { AppError, Done, ErrorCode, Result } from '../../preload/contract';

export function succeed<T>(value: T): Result<T> {
  return { ok: true, value };
}

export const done: Result<Done> = { ok: true, value: null };

export function fail(code: ErrorCode, details: Omit<AppError, 'code'> = {}): { ok: false; error: AppError } {
  return { ok: false, error: { code, ...details } };
}

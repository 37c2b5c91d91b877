import type { AppError, Done, Result } from '../../../preload/contract';
import type { Exposure } from './exposures';

/** One item of a step back with the state of its requests. */
export interface Target {
  readonly exposure: Exposure;
  attempts: number;
  nextAttemptAtMs: number;
  isRequested: boolean;
  isRefused: boolean;
  error: AppError | null;
}

const firstPauseMs = 2_000;
const maxPauseMs = 30_000;
const maxAttempts = 6;

export function newTarget(exposure: Exposure, nowMs: number): Target {
  return { exposure, attempts: 0, nextAttemptAtMs: nowMs, isRequested: false, isRefused: false, error: null };
}

/** Allows a full round of attempts again. */
export function rearm(target: Target, nowMs: number): void {
  target.attempts = 0;
  target.nextAttemptAtMs = nowMs;
  target.isRefused = false;
  target.error = null;
}

export function beginAttempt(target: Target, nowMs: number): void {
  target.nextAttemptAtMs = nowMs + Math.min(firstPauseMs * 2 ** target.attempts, maxPauseMs);
  target.attempts += 1;
  target.isRequested = true;
}

/** Returns the error to report, or `null`. An already pending command is no error. */
export function endAttempt(target: Target, result: Result<Done>): AppError | null {
  target.isRequested = false;
  target.error = result.ok || result.error.code === 'command.alreadyPending' ? null : result.error;
  const code = target.error?.code;
  target.isRefused = code === 'command.refused' || code === 'command.forbidden';
  return target.error;
}

/** Returns whether requests stop until the supervisor retries: refused, or attempted too often. */
export function isExhausted({ isRefused, attempts }: Target): boolean {
  return isRefused || attempts >= maxAttempts;
}

import type { AppError } from './errors';

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: AppError };

/** Nothing to say but that it worked. */
export type Done = null;

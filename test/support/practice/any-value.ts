import { expect } from 'vitest';

/** Vitest's asymmetric matchers are typed `any`; these are the same, typed so that nothing else becomes `any` with them. */
export const anyText: unknown = expect.any(String);
export const anyNumber: unknown = expect.any(Number);
export const textLike = (pattern: RegExp): unknown => expect.stringMatching(pattern);
export const textWith = (part: string): unknown => expect.stringContaining(part);
export const including = (expected: object): unknown => expect.objectContaining(expected);

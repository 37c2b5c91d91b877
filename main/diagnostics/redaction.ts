import type { LogLine, LogSink } from '../base/log';
import { redactText } from './redact-text';
import { redactValue } from './redact-value';

/** Line breaks, controls and direction marks, which could make one log entry look like several. */
const disguises = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * Redacts an entry immediately before it is written. It runs in one place rather than in each caller, so that a mistake
 * elsewhere (an error that quotes a URL, a chat object among the facts) leaks nothing.
 */
export function redact(line: LogLine): LogLine {
  try {
    return {
      level: line.level,
      scope: line.scope,
      message: redactText(line.message).replace(disguises, ' '),
      facts: redactFacts(line.facts),
    };
  } catch {
    // No facts are better than unsafe ones; a log call never throws.
    return { level: line.level, scope: line.scope, message: 'a line could not be redacted', facts: {} };
  }
}

function redactFacts(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const safe = redactValue(facts);
  return typeof safe === 'object' && safe !== null ? { ...safe } : {};
}

/** Creates a sink that redacts every entry. */
export function createRedactingSink(sink: LogSink): LogSink {
  return (line) => {
    sink(redact(line));
  };
}

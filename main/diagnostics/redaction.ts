import type { LogLine, LogSink } from '../base/log';
import { redactText } from './redact-text';
import { redactValue } from './redact-value';

/** Line breaks, controls and direction marks: with them a line could pretend to be several, or another. */
const disguises = /[\p{Cc}\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;

/**
 * The last thing that happens to a line before it is written. It is done here once, and not by each caller's good will,
 * so that a slip anywhere (an error that quotes a URL, a chat object among the facts) still leaves nothing behind.
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
    // Better no facts than unsafe ones; a log call never throws into the code that made it.
    return { level: line.level, scope: line.scope, message: 'a line could not be redacted', facts: {} };
  }
}

function redactFacts(facts: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const safe = redactValue(facts);
  return typeof safe === 'object' && safe !== null ? { ...safe } : {};
}

/** A sink that nothing unsafe gets through. */
export function createRedactingSink(sink: LogSink): LogSink {
  return (line) => {
    sink(redact(line));
  };
}

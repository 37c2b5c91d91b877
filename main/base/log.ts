export type LogLevel = 'error' | 'warn' | 'info' | 'debug';

export interface LogLine {
  readonly level: LogLevel;
  readonly scope: string;
  readonly message: string;
  /** Data of the entry. Redacted in the sink, but must still not contain chat text, names or credentials. */
  readonly facts: Readonly<Record<string, unknown>>;
}

export type LogSink = (line: LogLine) => void;

export interface Logger {
  error(message: string, facts?: Record<string, unknown>): void;
  warn(message: string, facts?: Record<string, unknown>): void;
  info(message: string, facts?: Record<string, unknown>): void;
  debug(message: string, facts?: Record<string, unknown>): void;
}

/** Creates a logger for one part of main, e.g. `createLogger('stream', sink)`. */
export function createLogger(scope: string, sink: LogSink): Logger {
  const write =
    (level: LogLevel) =>
    (message: string, facts: Record<string, unknown> = {}): void => {
      sink({ level, scope, message, facts });
    };
  return { error: write('error'), warn: write('warn'), info: write('info'), debug: write('debug') };
}

/** Returns the text of a line without its time and level, e.g. `[stream] interrupted {"reason":"noAnswer"}`. */
export function lineText({ scope, message, facts }: LogLine): string {
  const details = Object.keys(facts).length === 0 ? '' : ` ${JSON.stringify(facts)}`;
  return `[${scope}] ${message}${details}`;
}

/** Returns the last four characters, which are enough to relate log entries. */
export function shortId(id: string): string {
  return id.length <= 4 ? id : `…${id.slice(-4)}`;
}

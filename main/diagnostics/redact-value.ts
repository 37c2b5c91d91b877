import { shortId } from '../base/log';
import { redactText } from './redact-text';
import { isIdKey, isMeasureKey, isSensitiveKey, removed } from './sensitive-keys';

const deepest = 6;
const widest = 50;
const maxPlainNumber = 1e8;

type Path = ReadonlySet<object>;

/** Returns a redacted copy of any value that can be serialised as JSON. */
export function redactValue(value: unknown, key = '', path: Path = new Set()): unknown {
  if (value === null || value === undefined || typeof value === 'boolean') return value;
  if (isSensitiveKey(key)) return removed;
  switch (typeof value) {
    case 'string':
      return isIdKey(key) ? shortId(redactText(value)) : redactText(value);
    case 'number':
      return Math.abs(value) < maxPlainNumber || isMeasureKey(key) || !Number.isInteger(value) ? value : '[number]';
    case 'bigint':
      return redactText(String(value));
    case 'object':
      return redactObject(value, key, path);
    default:
      return `[${typeof value}]`;
  }
}

function redactObject(value: object, key: string, path: Path): unknown {
  if (path.has(value)) return '[circular]';
  if (path.size >= deepest) return '[deep]';
  const within = new Set(path).add(value);
  try {
    if (value instanceof Error) return redactError(value, within);
    if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString();
    if (value instanceof URL) return redactText(value.href);
    if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[binary, ${value.byteLength} bytes]`;
    if (value instanceof Map)
      return redactPairs(
        [...value].map(([name, item]) => [String(name), item] as const),
        within,
      );
    if (value instanceof Set) return redactList([...value], key, within);
    if (Array.isArray(value)) return redactList(value, key, within);
    return redactPairs(readPairs(value), within);
  } catch {
    // A getter or proxy throws.
    return '[unreadable]';
  }
}

function readPairs(value: object): readonly (readonly [string, unknown])[] {
  return Object.keys(value).map((name) => {
    try {
      return [name, Reflect.get(value, name)] as const;
    } catch {
      // A getter that throws must not cost the other facts.
      return [name, '[unreadable]'] as const;
    }
  });
}

function redactList(items: readonly unknown[], key: string, path: Path): unknown {
  const kept = items.slice(0, widest).map((item) => redactValue(item, key, path));
  return items.length > widest ? [...kept, `[${items.length - widest} more]`] : kept;
}

function redactPairs(pairs: readonly (readonly [string, unknown])[], path: Path): Record<string, unknown> {
  const kept: [string, unknown][] = pairs
    .slice(0, widest)
    .map(([name, item]) => [redactText(name), redactValue(item, name, path)]);
  if (pairs.length > widest) kept.push(['…', `[${pairs.length - widest} more]`]);
  return Object.fromEntries(kept);
}

/** Keeps the kind of an error, its redacted message, stack and cause. */
function redactError(error: Error, path: Path): unknown {
  const own = readPairs(error).filter(([name]) => !['name', 'message', 'stack', 'cause', 'errors'].includes(name));
  return {
    name: /^\w{1,60}$/.test(error.name) ? error.name : 'Error',
    message: redactText(error.message),
    ...redactPairs(own, path),
    ...(typeof error.stack === 'string' ? { stack: redactStack(error) } : {}),
    ...(error.cause === undefined ? {} : { cause: redactValue(error.cause, '', path) }),
    ...(error instanceof AggregateError ? { errors: redactList(error.errors, '', path) } : {}),
  };
}

/** Returns the frames only; the text before them repeats the message. */
function redactStack(error: Error): readonly string[] {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
  return frames.slice(0, 20).map((frame) => redactText(frame.trim()));
}

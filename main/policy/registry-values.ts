/**
 * Returns the values that `reg query` lists, by name: `REG_DWORD` as a number, `REG_MULTI_SZ` as a list. A text that is
 * JSON of a list or an object is parsed, because the registry has no such types.
 */
export function parseRegistry(listing: string): Readonly<Record<string, unknown>> {
  const values = new Map<string, unknown>();
  for (const line of listing.split(/\r?\n/u)) {
    const [, name, type, data = ''] = /^ {4}(.+?) {4}(REG_[A-Z_]+)(?: {4}(.*))?$/u.exec(line) ?? [];
    if (name !== undefined && type !== undefined) values.set(name, valueOf(type, data));
  }
  return Object.fromEntries(values);
}

function valueOf(type: string, data: string): unknown {
  if (type === 'REG_DWORD') return Number(data);
  if (type === 'REG_MULTI_SZ') return data.split(String.raw`\0`).filter((one) => one !== '');
  return /^\s*[[{]/u.test(data) ? parsedOr(data) : data;
}

function parsedOr(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

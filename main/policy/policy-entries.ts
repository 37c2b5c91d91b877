import { z } from 'zod';
import { initialSettings } from '../../preload/contract/setting-records';
import { rightNames } from '../../preload/contract/rights';
import { policySchemas } from './policy-schema';

/** Every value that a policy may have, as the documentation and the templates of Windows present it. */
export interface PolicyEntry {
  readonly name: string;
  readonly kind: 'boolean' | 'choice' | 'number' | 'texts' | 'json';
  /** Of a choice. */
  readonly values: readonly string[];
  /** Of a number. */
  readonly range: { readonly least: number; readonly most: number };
  /** As JSON; `null` if a policy alone sets it, so that there is no value without one. */
  readonly initial: string | null;
  /** One sentence, or a few words. */
  readonly text: string;
}

/** A text of the English catalogue; `undefined` if there is none. */
type FindText = (key: string) => string | undefined;

interface JsonSchema {
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly items?: JsonSchema;
  readonly minimum?: number;
  readonly maximum?: number;
}

const texts: Readonly<Record<string, string>> = {
  allowedHosts: 'Hosts that can be signed in to; “*.example.com” stands for all below it',
  signInHosts: 'Hosts whose pages a single sign-on may open, besides the server’s own',
  attention: 'Attention rules: thresholds and phrases',
  clientCertificates: 'Which certificate identifies the user at which host: host, subject and issuer, with “*”',
  negotiateHosts: 'Hosts that may get the system’s own credentials (NTLM, Kerberos)',
  updates: 'Where new versions come from, and when they are downloaded: mode, url, channel, publicKey',
  profiles: 'Servers of the sign-in page: name, server, otherServers, singleSignOn, signOutPage',
  logLevel: 'The least important entries that are logged',
};

export function policyEntries(findText: FindText): readonly PolicyEntry[] {
  return Object.entries(policySchemas).map(([name, schema]) => {
    const json = z.toJSONSchema(schema, { target: 'draft-7' }) as JsonSchema;
    return {
      name,
      kind: kindOf(json),
      values: (json.enum ?? []).map(String),
      range: { least: json.minimum ?? 0, most: Math.min(json.maximum ?? 2 ** 31, 2 ** 31) },
      initial: initialOf(name),
      text: textOf(name, findText),
    };
  });
}

/** The JSON schema (draft 7) of a whole policy. */
export function policyJsonSchema(): unknown {
  return z.toJSONSchema(z.strictObject(policySchemas).partial(), { target: 'draft-7' });
}

function kindOf({ type, enum: values, items }: JsonSchema): PolicyEntry['kind'] {
  if (values !== undefined) return 'choice';
  if (type === 'boolean') return 'boolean';
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'array' && items?.type === 'string' ? 'texts' : 'json';
}

function initialOf(name: string): string | null {
  if (rightNames.some((right) => right === name)) return 'true';
  return Object.hasOwn(initialSettings, name) ? JSON.stringify(Reflect.get(initialSettings, name)) : null;
}

function textOf(name: string, findText: FindText): string {
  const right = findText(`settings.policy.right.${name}`);
  if (right !== undefined) return `“false”: ${right}`;
  return texts[name] ?? findText(`settings.${name}.title`) ?? findText(`settings.policy.part.${name}`) ?? name;
}

/** Returns the text of a nested catalogue by its dotted key. */
export function textIn(catalogue: unknown, key: string): string | undefined {
  const found = key
    .split('.')
    .reduce<unknown>((part, name) => (part as Readonly<Record<string, unknown>> | undefined)?.[name], catalogue);
  return typeof found === 'string' ? found : undefined;
}

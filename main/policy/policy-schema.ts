import { z } from 'zod';
import type { PolicyProblem, Settings } from '../../preload/contract';
import { allRights, rightNames, type Rights } from '../../preload/contract/rights';
import { isRecord } from '../base/record';
import { isSecureAddress } from '../base/secure-address';
import { settingSchemas } from '../settings/settings-schema';
import { isUpdateKey } from '../updates/update-feed';
import { noPolicy, type Policy } from './policy';

/** State of the user's own work, not a setting that an administrator would fix. */
const ownWork = [
  'dismissedLimits',
  'list',
  'addedWords',
  'setAside',
  'sidePanelOpen',
  'wall',
  'watchGroups',
] as const satisfies readonly (keyof Settings)[];

const hostName = z
  .string()
  .max(253)
  .regex(/^(\*\.)?([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)*[a-z0-9]([a-z0-9-]*[a-z0-9])?$/iu);

const serverAddress = z
  .string()
  .max(2_048)
  .regex(/^https?:\/\/[^\s/?#@]+(\/[^\s?#@]*)?$/iu)
  .refine(isSecureAddress);

/** What only a policy sets, in addition to the settings. */
const policyOnly = {
  ...(Object.fromEntries(rightNames.map((name) => [name, z.boolean()])) as Record<keyof Rights, z.ZodBoolean>),
  allowedHosts: z.array(hostName).min(1).max(100),
  signInHosts: z.array(hostName).min(1).max(100),
  clientCertificates: z
    .array(
      z.strictObject({
        host: hostName,
        subject: z.string().max(300).exactOptional(),
        issuer: z.string().max(300).exactOptional(),
      }),
    )
    .max(50),
  negotiateHosts: z.array(hostName).max(100),
  profiles: z
    .array(
      z.strictObject({
        name: z.string().min(1).max(80),
        server: serverAddress,
        otherServers: z.array(serverAddress).max(8).exactOptional(),
        singleSignOn: z.boolean().exactOptional(),
        signOutPage: z
          .url({ protocol: /^https?$/u })
          .max(2_048)
          .refine(isSecureAddress)
          .exactOptional(),
      }),
    )
    .min(1)
    .max(50),
  updates: z.strictObject({
    mode: z.enum(['off', 'notify', 'installAtQuit']),
    url: z
      .url({ protocol: /^https?$/u })
      .max(500)
      .refine(isSecureAddress),
    channel: z
      .string()
      .regex(/^[a-z0-9-]{1,30}$/u)
      .default('latest'),
    publicKey: z.string().max(200).refine(isUpdateKey),
  }),
  logLevel: z.enum(['error', 'warn', 'info', 'debug']),
};

/** Every value that a policy may have, by its name: settings and what only a policy sets. */
export const policySchemas: Readonly<Record<string, z.ZodType>> = {
  ...Object.fromEntries(Object.entries(settingSchemas).filter(([name]) => !ownWork.some((one) => one === name))),
  ...policyOnly,
};

/** A policy as the system stores it. */
export interface FoundPolicy {
  readonly source: string;
  /** The values by name; `undefined` if they could not be read. */
  readonly values: unknown;
}

/** Returns the valid values of a policy. Anything else is named in its problems and changes nothing. */
export function readPolicy(found: FoundPolicy | null): Policy {
  if (found === null) return noPolicy;
  const { source, values } = found;
  if (!isRecord(values)) {
    return { ...noPolicy, state: { ...noPolicy.state, source, problems: [{ name: null, reason: 'unreadable' }] } };
  }
  const problems: PolicyProblem[] = [];
  const good: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(values)) {
    const schema = Object.hasOwn(policySchemas, name) ? policySchemas[name] : undefined;
    const read = schema === undefined ? undefined : readValue(schema, value);
    if (read?.success === true) good[name] = read.data;
    else problems.push({ name: name.slice(0, 80), reason: schema === undefined ? 'unknown' : 'invalid' });
  }
  const { allowedHosts, signInHosts, logLevel, clientCertificates, negotiateHosts, profiles, updates } = z
    .object(policyOnly)
    .partial()
    .parse(pick(good, Object.keys(policyOnly)));
  const locked = Object.keys(good).filter((name): name is keyof Settings => !Object.hasOwn(policyOnly, name));
  return {
    state: {
      source,
      locked,
      rights: { ...allRights, ...pick(good, rightNames) },
      allowedHosts: allowedHosts ?? null,
      signInHosts: signInHosts ?? null,
      profiles: profiles ?? [],
      clientCertificates: clientCertificates ?? [],
      negotiateHosts: negotiateHosts ?? [],
      updates: updates === undefined ? null : { mode: updates.mode, url: updates.url, channel: updates.channel },
      problems,
    },
    settings: pick(good, locked),
    logLevel: logLevel ?? null,
    updates: updates === undefined || updates.mode === 'off' ? null : { ...updates, mode: updates.mode },
  };
}

/** The registry has no booleans: 0 and 1 stand for them where a number is invalid. */
function readValue(schema: z.ZodType, value: unknown): z.ZodSafeParseResult<unknown> {
  const read = schema.safeParse(value);
  return !read.success && (value === 0 || value === 1) ? schema.safeParse(value === 1) : read;
}

function pick(values: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.filter((name) => Object.hasOwn(values, name)).map((name) => [name, values[name]]));
}

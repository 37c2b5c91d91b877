import type { HttpFailureKind } from '../../../main/gws/http-port';
import type { BayeuxMessage } from './virtual-bayeux';
import type { WireAnswer } from './virtual-endpoint';
import type { Chance } from './chance';

/** The last notifications that were sent, for faults that repeat old ones. */
export type Memory = readonly BayeuxMessage[];

/** Fault of one exchange. `isExecuted`: the server executed the request and only the response suffers. */
export type ExchangeFault =
  | {
      readonly does: 'fail';
      readonly kind: HttpFailureKind;
      readonly isCertainlyNotSent: boolean;
      readonly isExecuted: boolean;
    }
  | { readonly does: 'answer'; readonly answer: WireAnswer; readonly isExecuted: boolean }
  | { readonly does: 'hang'; readonly isExecuted: boolean }
  | { readonly does: 'slow'; readonly byMs: number }
  | { readonly does: 'drip' }
  | { readonly does: 'breakBody' }
  | { readonly does: 'spoil'; readonly spoil: (text: string) => string }
  /** Only for responses of the stream. */
  | {
      readonly does: 'rewrite';
      readonly rewrite: (messages: readonly BayeuxMessage[], memory: Memory) => readonly BayeuxMessage[];
    };

/** Protocol steps at which a fault may apply. */
export const steps = [
  'version',
  'me',
  'session',
  'operation',
  'readFloor',
  'transcript',
  'directory',
  'handshake',
  'subscribe',
  'connect',
  'disconnect',
] as const;
export type Step = (typeof steps)[number];

export interface ExchangeFaultKind {
  readonly name: string;
  /** Undefined: every step. */
  readonly steps?: readonly Step[];
  readonly make: (chance: Chance, serverNow: number) => ExchangeFault;
}

const lost =
  (kind: HttpFailureKind, isCertainlyNotSent: boolean, isExecuted = false) =>
  (): ExchangeFault => ({
    does: 'fail',
    kind,
    isCertainlyNotSent,
    isExecuted,
  });

const says =
  (status: number, text = '', headers: Readonly<Record<string, string>> = {}, isExecuted = false) =>
  (): ExchangeFault => ({ does: 'answer', answer: { status, text, headers }, isExecuted });

const spoils = (spoil: (text: string) => string) => (): ExchangeFault => ({ does: 'spoil', spoil });

const portal = '<!DOCTYPE html><html><head><title>Welcome</title></head><body>Please accept our terms</body></html>';
const statusBody = (statusCode: number, statusMessage: string): string => JSON.stringify({ statusCode, statusMessage });

const anywhere: readonly ExchangeFaultKind[] = [
  { name: 'refused', make: lost('refused', true) },
  { name: 'no such host', make: lost('dns', true) },
  { name: 'unreachable', make: lost('unreachable', true) },
  { name: 'certificate', make: lost('certificate', true) },
  { name: 'proxy gone', make: lost('proxy', true) },
  { name: 'reset before the server read it', make: lost('reset', false) },
  { name: 'reset before the body', make: lost('reset', false, true) },
  { name: 'reset in the body', make: () => ({ does: 'breakBody' }) },
  { name: 'hang before the work', make: () => ({ does: 'hang', isExecuted: false }) },
  { name: 'hang after the work', make: () => ({ does: 'hang', isExecuted: true }) },
  { name: 'slow', make: (chance) => ({ does: 'slow', byMs: chance.between(500, 9_000) }) },
  { name: 'slow drip', make: () => ({ does: 'drip' }) },
  { name: 'truncated JSON', make: spoils((text) => text.slice(0, text.length >> 1)) },
  {
    name: 'wrong JSON type',
    make: (chance) => ({ does: 'spoil', spoil: () => chance.pick(['7', '"yes"', 'null', 'true', '{"a":[]}']) }),
  },
  { name: 'empty array', make: spoils(() => '[]') },
  { name: 'empty body', make: spoils(() => '') },
  { name: 'mangled JSON', make: spoils((text) => text.replaceAll('"', "'")) },
  { name: 'captive portal, HTML 200', make: says(200, portal) },
  { name: '302', make: says(302, '', { location: 'https://portal.example.net/login' }) },
  { name: '401', make: says(401, statusBody(20, 'Access denied. Please provide valid credentials.')) },
  { name: '401 in the body only', make: says(200, statusBody(20, 'Access denied')) },
  { name: '402', make: says(402, '') },
  { name: '403 CSRF', make: says(403, 'Missing or invalid Csrf token') },
  { name: '403', make: says(403, statusBody(5, 'User does not have the required permission')) },
  { name: '404', make: says(404, '<html><body>Not Found</body></html>') },
  { name: '407', make: says(407, '', { 'proxy-authenticate': 'Basic' }) },
  { name: '413', make: says(413, '') },
  { name: '429 with seconds', make: (chance) => says(429, '', { 'retry-after': String(chance.between(1, 20)) })() },
  {
    name: '429 with a date',
    make: (chance, now) =>
      says(429, '', { 'retry-after': new Date(now + chance.between(1, 20) * 1000).toUTCString() })(),
  },
  { name: '500', make: (chance) => says(500, statusBody(4, 'Internal error'), {}, chance.happens(0.3))() },
  { name: '502', make: (chance) => says(502, '<html><body>Bad Gateway</body></html>', {}, chance.happens(0.5))() },
  { name: '503', make: says(503, '') },
  { name: '503 with Retry-After', make: (chance) => says(503, '', { 'retry-after': String(chance.between(1, 30)) })() },
  { name: '504 after the work', make: says(504, '', {}, true) },
  { name: 'huge body', make: spoils(() => `[${'"x",'.repeat(50_000)}"x"]`) },
];

type Rewrite = Extract<ExchangeFault, { does: 'rewrite' }>['rewrite'];

const isMeta = (message: BayeuxMessage): boolean => message.channel.startsWith('/meta/');
const withNews =
  (change: (news: readonly BayeuxMessage[], memory: Memory) => readonly BayeuxMessage[]): Rewrite =>
  (messages, memory) => [
    ...change(
      messages.filter((message) => !isMeta(message)),
      memory,
    ),
    ...messages.filter(isMeta),
  ];
const withAdvice =
  (advice: Readonly<Record<string, unknown>>, more: Readonly<Record<string, unknown>> = {}): Rewrite =>
  (messages) =>
    messages.map((message) =>
      isMeta(message) ? { ...message, ...more, advice: { ...message.advice, ...advice } } : message,
    );
const rewrites = (rewrite: Rewrite) => (): ExchangeFault => ({ does: 'rewrite', rewrite });

const poll: readonly Step[] = ['connect'];
const opening: readonly Step[] = ['connect', 'handshake'];
const strangeEvent = {
  channel: '/v2/me/chats',
  data: { messageType: 'ChatWeatherChanged', notificationType: 'Rain', sky: 7 },
};
const brokenEvent = {
  channel: '/v2/me/chats',
  data: { messageType: 'MessageLogUpdated', chatPath: 9, messages: [{ index: 'x' }, null] },
};

const onTheStream: readonly ExchangeFaultKind[] = [
  { name: 'duplicate batch', steps: poll, make: rewrites(withNews((news) => [...news, ...news])) },
  {
    name: 'reordered batch',
    steps: poll,
    make: (chance) => ({ does: 'rewrite', rewrite: withNews((news) => chance.shuffled(news)) }),
  },
  {
    name: 'stale event after the snapshot',
    steps: poll,
    make: (chance) => ({
      does: 'rewrite',
      rewrite: withNews((news, memory) =>
        memory.length === 0 ? news : [...news, chance.pick(memory), chance.pick(memory)],
      ),
    }),
  },
  {
    name: 'unknown channel',
    steps: poll,
    make: rewrites(withNews((news) => [{ channel: '/v2/me/weather', data: { rain: 1 } }, ...news])),
  },
  { name: 'unknown event type', steps: poll, make: rewrites(withNews((news) => [strangeEvent, ...news])) },
  { name: 'malformed event', steps: poll, make: rewrites(withNews((news) => [brokenEvent, ...news])) },
  {
    name: 'event without data',
    steps: poll,
    make: rewrites(withNews((news) => [{ channel: '/v2/me/chats' }, ...news])),
  },
  { name: 'meta reply first', steps: poll, make: rewrites((messages) => [...messages].reverse()) },
  { name: 'advice none', steps: opening, make: rewrites(withAdvice({ reconnect: 'none' }, { successful: false })) },
  { name: 'advice none with success', steps: opening, make: rewrites(withAdvice({ reconnect: 'none' })) },
  { name: 'advice interval -1', steps: opening, make: rewrites(withAdvice({ interval: -1 })) },
  { name: 'advice interval huge', steps: poll, make: rewrites(withAdvice({ interval: 1e12 })) },
  {
    name: 'advice of the wrong type',
    steps: opening,
    make: rewrites(withAdvice({ interval: 'soon', timeout: {}, reconnect: 5 })),
  },
  {
    name: 'handshake loop',
    steps: poll,
    make: rewrites(withAdvice({ reconnect: 'handshake', interval: 0 }, { successful: false, error: '402::unknown' })),
  },
  { name: 'handshake advised with success', steps: poll, make: rewrites(withAdvice({ reconnect: 'handshake' })) },
  {
    name: 'refused without advice',
    steps: opening,
    make: rewrites((messages) =>
      messages.map((message) => (isMeta(message) ? { ...message, successful: false } : message)),
    ),
  },
  {
    name: 'several clients advised',
    steps: poll,
    make: rewrites(withAdvice({ 'multiple-clients': true, interval: 1_000 })),
  },
  {
    name: 'server says goodbye in between',
    steps: poll,
    make: rewrites((messages) => [...messages, { channel: '/meta/disconnect', successful: true }]),
  },
];

export const exchangeFaultKinds: readonly ExchangeFaultKind[] = [...anywhere, ...onTheStream];

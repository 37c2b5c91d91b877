import { poll, read, whole, type Exchange, type HostileAnswer } from './hostile-answer';

/** Redirects; the address is made from that of the stranger. */
function redirect(status: number, address: (strangerUrl: string) => string) {
  return ({ response, strangerUrl }: Exchange): void => {
    response.writeHead(status, { Location: address(strangerUrl) }).end();
  };
}

/** Headers that try to plant a cookie elsewhere, or to make the console contact another server. */
function headersFor(strangerUrl: string): Readonly<Record<string, string | readonly string[]>> {
  const stranger = new URL(strangerUrl);
  return {
    'Set-Cookie': [
      `planted=1; Domain=${stranger.hostname}; Path=/`,
      'planted=2; Domain=example.com; Path=/',
      'planted=3; Domain=com',
      '__Host-planted=4; Path=/; Secure',
    ],
    'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
    'Alt-Svc': `h3=":${stranger.port}"; ma=86400, h2="${stranger.host}"`,
    Link: `<${strangerUrl}/linked.js>; rel=preload; as=script, <${strangerUrl}>; rel=preconnect`,
    Refresh: `0; url=${strangerUrl}/refreshed`,
    'Report-To': `{"group":"all","max_age":86400,"endpoints":[{"url":"${strangerUrl}/reports"}]}`,
    NEL: '{"report_to":"all","max_age":86400,"success_fraction":1}',
    'Content-Location': `${strangerUrl}/elsewhere`,
  };
}

const withCredentials = (strangerUrl: string): string => strangerUrl.replace('//', '//supervisor:practice@');
const page =
  '<!doctype html><html><body><form action="/steal"><input type="password"></form><script>x()</script></body></html>';

/** Heads: where they lead, what they claim, and how large they are. */
export const hostileHeaders: readonly HostileAnswer[] = [
  read('headers that lead elsewhere', ({ forward, strangerUrl }) => forward(headersFor(strangerUrl)), null),
  poll(
    'a redirect to another host',
    redirect(302, (url) => `${url}/cometd`),
  ),
  poll(
    'a redirect that repeats the request elsewhere',
    redirect(307, (url) => `${url}/cometd`),
  ),
  read(
    'a redirect with credentials',
    redirect(302, (url) => `${withCredentials(url)}/api/v2/contacts`),
  ),
  read(
    'a permanent redirect of a read',
    redirect(308, (url) => `${url}/api/v2/contacts`),
  ),
  poll(
    'a redirect to a file',
    redirect(302, () => 'file:///etc/passwd'),
  ),
  poll(
    'a redirect to data',
    redirect(302, () => 'data:application/json,[]'),
  ),
  poll(
    'a redirect to itself',
    redirect(307, () => ''),
  ),
  poll('a login page of somebody else', whole(page, { 'Content-Type': 'text/html' })),
  read('a login page of somebody else for a read', whole(page, { 'Content-Type': 'text/html' })),
  poll('an image', whole(Buffer.from('89504e470d0a1a0a0000000d', 'hex'), { 'Content-Type': 'image/png' })),
  poll('a header of 512 KiB', whole('[]', { 'X-Large': 'x'.repeat(512 * 1024) })),
  poll(
    '20,000 headers',
    whole('[]', Object.fromEntries(Array.from({ length: 20_000 }, (_, at) => [`X-Large-${at}`, 'x'.repeat(40)]))),
  ),
  poll('a refusal that pretends to be a proxy', whole('', { 'Proxy-Authenticate': 'Basic realm="proxy"' }, 407)),
  poll('a status that does not exist', whole('[]', {}, 999)),
];

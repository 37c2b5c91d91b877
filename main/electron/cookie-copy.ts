import type { Cookie, Cookies } from 'electron/main';

/** Replaces the cookies of `to` for an address by those of `from`. */
export async function copyCookies(from: Cookies, to: Cookies, url: string): Promise<void> {
  const [wanted, present] = await Promise.all([from.get({ url }), to.get({ url })]);
  const isIn = (list: readonly Cookie[], cookie: Cookie): boolean =>
    list.some((other) => keyOf(other) === keyOf(cookie));
  const isSame = (cookie: Cookie): boolean =>
    present.some((other) => keyOf(other) === keyOf(cookie) && other.value === cookie.value);
  await Promise.all([
    ...wanted.filter((cookie) => !isSame(cookie)).map((cookie) => to.set(settingOf(cookie, url))),
    ...present
      .filter((cookie) => !isIn(wanted, cookie))
      .map((cookie) => to.remove(addressOf(cookie, url), cookie.name)),
  ]);
}

function keyOf({ name, domain, path }: Cookie): string {
  return JSON.stringify([name, domain ?? '', path ?? '/']);
}

function settingOf(cookie: Cookie, url: string): Electron.CookiesSetDetails {
  const {
    name,
    value,
    path = '/',
    secure = false,
    httpOnly = false,
    sameSite,
    expirationDate,
    hostOnly,
    domain,
  } = cookie;
  return {
    url: addressOf(cookie, url),
    name,
    value,
    path,
    secure,
    httpOnly,
    sameSite,
    ...(hostOnly === true || domain === undefined ? {} : { domain }),
    ...(expirationDate === undefined ? {} : { expirationDate }),
  };
}

function addressOf({ path }: Cookie, url: string): string {
  return new URL(path ?? '/', url).href;
}

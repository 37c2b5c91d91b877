const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/i;

/** Returns whether an address is safe to speak to: plain HTTP only within this computer. */
export function isSecureAddress(address: string): boolean {
  const url = URL.parse(address);
  return url?.protocol === 'https:' || (url?.protocol === 'http:' && loopback.test(url.hostname));
}

/** Returns whether a Bayeux subscription covers a channel: exact, `*` for one more segment, `**` for any number. */
export function covers(subscription: string, channel: string): boolean {
  if (subscription === channel) return true;
  if (subscription.endsWith('/**')) return channel.startsWith(subscription.slice(0, -2));
  if (!subscription.endsWith('/*')) return false;
  const parent = subscription.slice(0, -1);
  return channel.startsWith(parent) && !channel.slice(parent.length).includes('/');
}

/** Channel names must be absolute: the server library throws for anything else. */
export function isChannelName(name: string): boolean {
  return /^(\/[\w*.-]+)+$/.test(name);
}

/** Returns whether a host is listed. `*.example.com` stands for all hosts below it; hosts are compared as hosts, not as text. */
export function isHostListed(hosts: readonly string[], host: string): boolean {
  const wanted = host.toLowerCase().replace(/\.$/u, '');
  return hosts.some((listed) =>
    listed.startsWith('*.') ? wanted.endsWith(listed.slice(1).toLowerCase()) : wanted === listed.toLowerCase(),
  );
}

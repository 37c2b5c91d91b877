import { canBeOrdinaryUser, isRoot } from './ordinary-user';

/** Says once, at the start of a project, what its tests cannot show on this system. */
export default function sayWithoutSandbox(): void {
  if (isRoot && !canBeOrdinaryUser) {
    process.stdout.write(
      'The consoles run as root without a sandbox: this system lets no other user create user namespaces.\n',
    );
  }
}

import type { CustomerField } from './model/chat';

/** Returns whether a field can be changed or deleted: one that is shown otherwise than the server has it would be destroyed. */
export function isChangeable({ isStructured, isMasked }: CustomerField): boolean {
  return isStructured !== true && isMasked !== true;
}

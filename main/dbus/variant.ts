/** Returns the value of a property, which arrives as a variant: an object with its signature and its value. */
export function variantValue(value: unknown): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, 'value') : value;
}

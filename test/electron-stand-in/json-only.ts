/**
 * A fresh copy of a value that is plain JSON; anything else throws and says where it is. Runs on both sides of
 * the pipe (the page gets this function as source text), so it stands alone.
 */
export function jsonCopy(value: unknown, where: string): unknown {
  const refuse = (what: string): never => {
    throw new TypeError(`${where} is ${what}: the Electron stand-in carries plain JSON values only`);
  };
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return Number.isFinite(value) ? value : refuse(String(value));
  if (typeof value !== 'object') return refuse(value === undefined ? 'undefined' : `a ${typeof value}`);
  if (Array.isArray(value)) return Array.from(value, (item, at) => jsonCopy(item, `${where}[${at}]`));
  const prototype: unknown = Object.getPrototypeOf(value);
  // A plain object of another realm has that realm's Object.prototype, whose own prototype is null.
  if (prototype !== null && Object.getPrototypeOf(prototype) !== null) {
    return refuse(`a ${value.constructor?.name || 'class instance'}`);
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, member]) => [key, jsonCopy(member, `${where}.${key}`)]),
  );
}

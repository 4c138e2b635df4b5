/** Far above what any view holds. */
const deepest = 50;

/**
 * Where a value stops being plain JSON, in words, or `null` when it is. Only JSON crosses the door: structured
 * cloning would also carry Map, Date or `undefined`, but not on every host, and never as anybody meant it.
 */
export function notJson(value: unknown, where: string, depth = 0): string | null {
  if (depth > deepest) return `${where} lies deeper than ${deepest} levels: a loop, or a mistake`;
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return null;
    case 'number':
      return Number.isFinite(value) ? null : `${where} is ${value}: send null, with a reason beside it`;
    case 'object':
      return value === null ? null : inside(value, where, depth + 1);
    case 'undefined':
      return `${where} is undefined: leave it out, or send null`;
    default:
      return `${where} is a ${typeof value}: only JSON values cross the door`;
  }
}

function inside(value: object, where: string, depth: number): string | null {
  if (Array.isArray(value)) {
    for (let at = 0; at < value.length; at += 1) {
      const problem = notJson(value[at], `${where}[${at}]`, depth);
      if (problem) return problem;
    }
    return null;
  }
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) {
    return `${where} is a ${value.constructor?.name || 'class instance'}: only plain objects cross the door`;
  }
  for (const [key, member] of Object.entries(value)) {
    const problem = notJson(member, `${where}.${key}`, depth);
    if (problem) return problem;
  }
  return null;
}

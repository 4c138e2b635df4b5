import { z } from 'zod';
import { nearestName } from './nearest-name.ts';

type Issue = z.core.$ZodIssue;
type Path = readonly PropertyKey[];

/** What is wrong with a file that does not fit its schema: for each problem where in the file, what, and what is allowed. */
export function describeIssues(issues: readonly Issue[], file: unknown, schema: z.ZodType): string[] {
  return issues.flatMap((issue) => describe(issue, [], file, schema));
}

function describe(issue: Issue, above: Path, file: unknown, schema: z.ZodType): string[] {
  const path = [...above, ...issue.path];
  const here = (what: string): string[] => [`${pathText(path)}: ${what}`];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map(
        (key) => `${pathText([...path, key])}: ${notAllowed(key, keysAt(schema, path, file))}`,
      );
    case 'invalid_union': {
      const options = 'options' in issue ? (issue.options as string[]) : null;
      if (options !== null) return here(notAllowed(valueAt(file, path), options));
      // The alternative whose kind of value was meant: the one that found something wrong inside.
      const meant = issue.errors.find((alternative) => alternative.some((one) => one.path.length > 0));
      return meant?.flatMap((one) => describe(one, path, file, schema)) ?? here(wrong(issue, file, path));
    }
    case 'invalid_value':
      if (!issue.message.startsWith('Invalid')) return here(wrong(issue, file, path));
      return here(notAllowed(valueAt(file, path), issue.values.map(String)));
    default:
      return here(wrong(issue, file, path));
  }
}

function wrong(issue: Issue, file: unknown, path: Path): string {
  return `${requirement(issue)}, and ${found(valueAt(file, path))}`;
}

function requirement(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `must be ${issue.expected === 'int' ? 'a whole number' : `of type ${issue.expected}`}`;
    case 'too_small':
      return `must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
    case 'too_big':
      return `must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
    default:
      return issue.message;
  }
}

/** Long values are cut. */
const shown = (value: unknown): string => {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
};

const found = (value: unknown): string => (value === undefined ? 'is missing' : `is ${shown(value)}`);

function notAllowed(value: unknown, allowed: readonly string[]): string {
  const nearest = typeof value === 'string' ? nearestName(value, allowed) : null;
  const what = value === undefined ? 'is missing' : `${shown(value)} is not known`;
  const hint = nearest === null ? '.' : `; did you mean "${nearest}"?`;
  return `${what}${hint} Allowed: ${allowed.join(', ')}`;
}

/** `events[2].fault`; the file itself is "the file". */
const pathText = (path: Path): string =>
  path
    .map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
    .join('')
    .replace(/^\./, '') || 'the file';

function valueAt(file: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined,
    file,
  );
}

/** The keys an object of the file may have. */
function keysAt(schema: z.ZodType, path: Path, file: unknown): string[] {
  const inner = unwrapped(schema);
  if (inner instanceof z.ZodDiscriminatedUnion) return keysAt(chosen(inner, file), path, file);
  const [key, ...rest] = path;
  if (inner instanceof z.ZodUnion) {
    return (inner.options as z.ZodType[]).flatMap((option) => keysAt(option, path, file));
  }
  if (inner instanceof z.ZodArray && key !== undefined) {
    return keysAt(inner.element as z.ZodType, rest, valueAt(file, [key]));
  }
  if (!(inner instanceof z.ZodObject)) return [];
  if (key === undefined) return Object.keys(inner.shape);
  return keysAt(inner.shape[key as string] as z.ZodType, rest, valueAt(file, [key]));
}

function unwrapped(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodDefault || schema instanceof z.ZodPrefault || schema instanceof z.ZodOptional) {
    return unwrapped(schema.unwrap() as z.ZodType);
  }
  return schema;
}

/** The alternative that a value names by its discriminator. */
function chosen(union: z.ZodDiscriminatedUnion, value: unknown): z.ZodType {
  const name = union.def.discriminator;
  const options = union.options as z.ZodObject[];
  const told = valueAt(value, [name]);
  return options.find((option) => option.shape[name]?.safeParse(told).success) as z.ZodType;
}

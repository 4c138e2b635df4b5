/** docs/record-schema.md: what stands in the JSON of a journal, from the schemas it is read with. */
import { z } from 'zod';
import { refusals } from '../../electron/domain/action.ts';
import { alarmCodes, alarmUnits } from '../../electron/domain/alarm.ts';
import { alarmLimitNames } from '../../electron/domain/alarm-limits.ts';
import { holdReasons, phases } from '../../electron/domain/phase.ts';
import { actionSchema } from '../../electron/record/codec/action-schema.ts';
import { caseSchema } from '../../electron/record/codec/case-schema.ts';
import { eventSchema } from '../../electron/record/codec/event-schema.ts';
import { rescueHeaderSchema, runHeaderSchema } from '../../electron/record/codec/header-schema.ts';
import { actorSchema } from '../../electron/record/codec/people-schema.ts';
import { presetSchema } from '../../electron/record/codec/preset-schema.ts';
import { journalVersion } from '../../electron/record/schema.ts';

interface Shape {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly required?: readonly string[];
  readonly items?: Shape;
  readonly prefixItems?: readonly Shape[];
  readonly propertyNames?: Shape;
  readonly additionalProperties?: Shape;
  readonly anyOf?: readonly Shape[];
  readonly oneOf?: readonly Shape[];
}

const shapeOf = (schema: z.ZodType): Shape => {
  const { $schema: _, ...shape } = z.toJSONSchema(schema) as Record<string, unknown>;
  return shape as Shape;
};
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

const event = shapeOf(eventSchema);
const variantsOf = ({ oneOf, anyOf }: Shape): readonly Shape[] => oneOf ?? anyOf ?? [];
const typeOf = (variant: Shape): string => String(variant.properties?.type?.const);

/** Told in a place of their own. */
const parts: readonly (readonly [name: string, shape: Shape])[] = [
  ['An actor', shapeOf(actorSchema)],
  ['The case', shapeOf(caseSchema)],
  ['The preset', shapeOf(presetSchema)],
  ['An action', shapeOf(actionSchema)],
  ['The header of a run', shapeOf(runHeaderSchema)],
  ['The header of a rescue record', shapeOf(rescueHeaderSchema)],
  ['An alarm', variantsOf(event).find((one) => typeOf(one) === 'alarm-raised')?.properties?.alarm ?? {}],
];

const lists: readonly (readonly [name: string, values: readonly string[]])[] = [
  ['Alarm codes', alarmCodes],
  ['Units of alarms', alarmUnits],
  ['Alarm limits', alarmLimitNames],
  ['Phases', phases],
  ['Reasons of a hold', holdReasons],
  ['Refusals', refusals],
];

const anchor = (title: string): string => `#${title.toLowerCase().replaceAll(' ', '-')}`;
const linkTo = (title: string): string => `[${title.toLowerCase()}](${anchor(title)})`;
/** As many values stand in a cell; more are a list of their own where they have a name. */
const mostInline = 6;

/** What a value is, in words. `within`: the part that is being told, which is no link to itself. */
function words(shape: Shape, within: Shape): string {
  const part = parts.find(([, other]) => other !== within && same(other, shape));
  if (part !== undefined) return linkTo(part[0]);
  if (shape.const !== undefined) return `\`${shape.const}\``;
  if (shape.enum !== undefined) return valuesIn(shape.enum);
  const either = variantsOf(shape);
  if (either.length > 0) return either.map((one) => words(one, within)).join(' or ');
  if (shape.prefixItems !== undefined)
    return `list of ${shape.prefixItems.length}, each ${allIn(shape.prefixItems, within)}`;
  if (shape.propertyNames !== undefined)
    return `an object: ${valuesIn(shape.propertyNames.enum ?? [])}; each ${words(shape.additionalProperties ?? {}, within)}`;
  if (shape.type === 'array') return `list of ${words(shape.items ?? {}, within)}`;
  return [shape.type ?? 'anything']
    .flat()
    .map((type) => plainly[type] ?? type)
    .join(' or ');
}

const plainly: Readonly<Partial<Record<string, string>>> = {
  integer: 'whole number',
  string: 'text',
  boolean: 'true or false',
};

const allIn = (shapes: readonly Shape[], within: Shape): string =>
  [...new Set(shapes.map((one) => words(one, within)))].join(' or ');

function valuesIn(values: readonly unknown[]): string {
  const list = lists.find(([, known]) => same(known, values));
  if (list !== undefined && values.length > mostInline) return `one of the ${linkTo(list[0])}`;
  return values.map((value) => `\`${value}\``).join(', ');
}

/** One line a field, fields within fields by their path. */
function fields(shape: Shape, within: Shape, path = ''): string[] {
  return Object.entries(shape.properties ?? {}).flatMap(([name, value]) => {
    const at = `${path}${name}`;
    const optional = shape.required?.includes(name) ? '' : ' (may be left out)';
    const inner = innerOf(value, within);
    if (inner === null) return [`| \`${at}\` | ${words(value, within)}${optional} |`];
    const { of, suffix, nullable } = inner;
    const head =
      nullable || optional !== ''
        ? [`| \`${at}\` | ${nullable ? 'null, or as follows' : 'as follows'}${optional} |`]
        : [];
    return [...head, ...fields(of, within, `${at}${suffix}.`)];
  });
}

/** An object that is told field by field, on its own or in a list. */
function innerOf(shape: Shape, within: Shape): { of: Shape; suffix: string; nullable: boolean } | null {
  if (parts.some(([, other]) => other !== within && same(other, shape))) return null;
  if (shape.properties !== undefined) return { of: shape, suffix: '', nullable: false };
  if (shape.type === 'array' && shape.items?.properties !== undefined)
    return { of: shape.items, suffix: '[]', nullable: false };
  const either = variantsOf(shape);
  const [one, ...others] = either.filter(({ type }) => type !== 'null');
  if (one === undefined || others.length > 0 || either.length === 1) return null;
  const inner = innerOf(one, within);
  return inner === null ? null : { ...inner, nullable: true };
}

const table = (rows: readonly string[]): string => ['| field | is |', '|---|---|', ...rows].join('\n');

function partSection([title, shape]: (typeof parts)[number]): string {
  const variants = variantsOf(shape);
  const body = variants.length > 0 ? variantTable(variants, shape) : table(fields(shape, shape));
  return `## ${title}\n\n${body}`;
}

/** One row a type: its fields in one cell. */
function variantTable(variants: readonly Shape[], within: Shape): string {
  const rows = variants.map((variant) => {
    const rest = {
      ...variant,
      properties: Object.fromEntries(
        Object.entries(variant.properties ?? {}).filter(([name]) => name !== 'type'),
      ),
    };
    const said = fields(rest, within).map((row) => row.replace(/^\| (`[^`]*`) \| (.*) \|$/, '$1: $2'));
    return `| \`${typeOf(variant)}\` | ${said.join('; ') || '–'} |`;
  });
  return ['| `type` | besides |', '|---|---|', ...rows].join('\n');
}

export const recordSchemaPage = (): string => `# The JSON of a journal, field by field

Version ${journalVersion} (\`PRAGMA user_version\`). Drawn from the schemas a journal is read with
(\`electron/record/codec/\`, by \`node build/docs/main.ts\`); how to read one stands in [record.md](record.md). \`meta.value\`
of the key \`header\` is the header of a run, of \`rescue\` that of a rescue record; \`event.body\` is an event. Names carry
their units: \`Ms\` milliseconds of session time unless they say \`Wall\`, \`Ml\` millilitres, \`Celsius\` degrees. "null"
is a missing value. An event of a type that does not stand here was written by a newer console, or is none.

${parts
  .filter(([title]) => title.startsWith('The header'))
  .map(partSection)
  .join('\n\n')}

${parts
  .filter(([title]) => !title.startsWith('The header'))
  .map(partSection)
  .join('\n\n')}

## Events

${variantTable(variantsOf(event), event)}

${lists.map(([title, values]) => `## ${title}\n\n${values.map((value) => `\`${value}\``).join(', ')}`).join('\n\n')}
`;

import { quoted } from '../../report/csv.ts';
import type { ChartSource } from '../chart-source.ts';
import { plainText } from '../plain-text.ts';
import { caseSections } from './case-sections.ts';
import type { Field, Value } from './field.ts';
import { figureSections } from './figure-sections.ts';
import { cavityPressureOf } from './session-pressure.ts';

const form = 'hipec_session';
const sections = [...caseSections, ...figureSections];
const fields = sections.flatMap((section) => section.fields);

/** The columns of a data dictionary as REDCap writes them, in their order. */
const dictionaryHead = [
  'Variable / Field Name',
  'Form Name',
  'Section Header',
  'Field Type',
  'Field Label',
  'Choices, Calculations, OR Slider Labels',
  'Field Note',
  'Text Validation Type OR Show Slider Number',
  'Text Validation Min',
  'Text Validation Max',
  'Identifier?',
  'Branching Logic (Show field only if...)',
  'Required Field?',
  'Custom Alignment',
  'Question Number (surveys only)',
  'Matrix Group Name',
  'Matrix Ranking?',
  'Field Annotation',
];

const lineOf = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`;

/** `assets/chart/redcap-dictionary.csv`: what a project needs to take the rows in, one form with one row a session. */
export const redcapDictionary = (): string =>
  [
    dictionaryHead,
    ...sections.flatMap(({ title, fields: ofSection }) =>
      ofSection.map((field, index) => dictionaryLine(field, index === 0 ? title : '')),
    ),
  ]
    .map(lineOf)
    .join('');

const dictionaryLine = (field: Field, section: string): string[] => [
  field.name,
  form,
  // The record's own variable stands above the sections.
  field.name === 'record_id' ? '' : section,
  field.type,
  field.label,
  Object.entries(field.choices ?? {})
    .map(([code, meaning]) => `${code}, ${meaning}`)
    .join(' | '),
  field.note ?? '',
  field.validation ?? '',
  String(field.min ?? ''),
  '',
  field.identifier === true ? 'y' : '',
  ...Array<string>(7).fill(''),
];

/** `redcap.csv`: a head and one row, to be imported; a cell is blank where nothing is known, and REDCap leaves it alone. */
export function redcapRow(source: ChartSource): string {
  const rowSource = { ...source, cavityPressure: cavityPressureOf(source.samples()) };
  return (
    lineOf(fields.map(({ name }) => name)) + lineOf(fields.map((field) => cellOf(field, field.of(rowSource))))
  );
}

function cellOf({ type }: Field, value: Value): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (typeof value === 'number') return String(Math.round(value * 1000) / 1000);
  const text = plainText(value);
  return type === 'notes' ? text : text.replaceAll('\n', ' ');
}

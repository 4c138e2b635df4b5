import type { Words } from '../../domain/text/dictionary.ts';
import { en } from '../../domain/text/en.ts';
import type { Language } from '../../domain/text/language.ts';
import { zh } from '../../domain/text/zh.ts';
import type { ChartSource } from '../chart-source.ts';
import type { CodeMapping } from '../code-mapping.ts';
import { codeSystems, type ExternalCode, externalCodes, type UcumUnit, ucumUnits } from '../codes.ts';
import { type LocalCode, localNames, localSystem } from '../local-codes.ts';
import { urnOf } from './ids.ts';
import type { SectionCode } from './sections.ts';
import type { Coding, Concept, Period, Quantity, Reference, Resource } from './types.ts';

const dictionaries: Readonly<Record<Language, Words>> = { en, zh };

/** A line of what people read: what it is, and what it comes to. */
export type Line = readonly [name: string, value: string];
interface Section {
  readonly entries: Reference[];
  readonly lines: Line[];
}

/** What has been written of a document so far. */
export class Draft {
  readonly source: ChartSource;
  readonly names: Words;
  readonly #mapping: CodeMapping;
  readonly #entries = new Map<string, { readonly fullUrl: string; readonly resource: Resource }>();
  readonly #sections = new Map<SectionCode, Section>();

  constructor(source: ChartSource, mapping: CodeMapping) {
    this.source = source;
    this.names = dictionaries[source.language];
    this.#mapping = mapping;
  }

  /** A resource, once under its name; in a section where people find it. */
  add(name: string, resource: Resource, section?: SectionCode): Reference {
    if (this.#entries.has(name)) throw new Error(`${name} is in the document already`);
    const fullUrl = urnOf(this.source.header.runId, name);
    this.#entries.set(name, { fullUrl, resource: this.marked(resource) });
    const reference = { reference: fullUrl };
    if (section !== undefined) this.section(section).entries.push(reference);
    return reference;
  }

  section(code: SectionCode): Section {
    const known = this.#sections.get(code) ?? { entries: [], lines: [] };
    this.#sections.set(code, known);
    return known;
  }

  line(section: SectionCode, name: string, value: string): void {
    if (value !== '') this.section(section).lines.push([name, value]);
  }

  get entries(): readonly { readonly fullUrl: string; readonly resource: Resource }[] {
    return [...this.#entries.values()];
  }

  /** Of the record, whatever is said of it and however often a document of it is made. */
  get recordUrn(): string {
    return urnOf(this.source.header.runId, 'record');
  }

  get subject(): { readonly subject: Reference } {
    return { subject: this.refTo('patient') };
  }

  /** Throws where it has not been added: no reference of a document leads out of it. */
  refTo(name: string): Reference {
    const known = this.#entries.get(name);
    if (known === undefined) throw new Error(`${name} is not in the document`);
    return { reference: known.fullUrl };
  }

  /** `undefined` where the document has none. */
  refIf(name: string): Reference | undefined {
    return this.#entries.has(name) ? this.refTo(name) : undefined;
  }

  label(code: LocalCode): string {
    return localNames[code][this.source.language];
  }

  /** One of our codes, what the site has for it, and those of others that mean the same. */
  concept(code: LocalCode, text: string = this.label(code), ...also: readonly ExternalCode[]): Concept {
    return this.localConcept(code, localNames[code].en, text, also);
  }

  /** A code of ours that is made of another's, as that of an alarm or of a sign of the site. */
  localConcept(code: string, display: string, text: string, also: readonly ExternalCode[] = []): Concept {
    const own: Coding = { system: localSystem, code, display };
    return { coding: [own, ...also.map(codingOf), ...(this.#mapping[code] ?? [])], text };
  }

  /** ISO 8601 with offset; `undefined`: it is no time a computer had. */
  at(wallMs: number): string | undefined {
    return this.source.time.iso(wallMs) || undefined;
  }

  /** Without its end where somebody set the clock back in between: no period ends before it begins. */
  period(fromWallMs: number, toWallMs: number): Period {
    return { start: this.at(fromWallMs), end: toWallMs >= fromWallMs ? this.at(toWallMs) : undefined };
  }

  /** Simulated data says so wherever it goes. */
  marked(resource: Resource): Resource {
    if (!this.source.header.simulation) return resource;
    return { ...resource, meta: { security: [codingOf(externalCodes.testData)] } };
  }
}

/** YYYY-MM-DD as entered; `undefined`: it is no date, and stands as text alone. */
export const dayOf = (text: string): string | undefined =>
  /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/.test(text) ? text : undefined;

export const codingOf = ({ system, code, display }: ExternalCode): Coding => ({ system, code, display });
export const conceptOf = (one: ExternalCode, text: string = one.display): Concept => ({
  coding: [codingOf(one)],
  text,
});

/** Rounded as everywhere in the documents. */
export const rounded = (value: number): number => Number(value.toFixed(3));

export const quantity = (value: number, unit: UcumUnit): Quantity => ({
  value: rounded(value),
  unit: ucumUnits[unit] || '1',
  system: codeSystems.ucum,
  code: unit,
});

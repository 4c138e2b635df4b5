import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { siteSchema } from '../../../electron/contract/site-schema.ts';
import { caseOfText } from '../../../electron/program/case-file.ts';
import {
  isNear,
  type Json,
  type Mutation,
  mutationOf,
  placesIn,
  trimmed,
} from '../../support/mutated-json.ts';
import { syntheticCase } from '../../support/synthetic-header.ts';

const assets = join(import.meta.dirname, '../../../assets');
const fileOf = (name: string): Json => JSON.parse(readFileSync(join(assets, name), 'utf8')) as Json;

/** Every field filled, so that every field is changed once. */
const wholeCase = JSON.parse(
  JSON.stringify({
    version: 2,
    ...syntheticCase,
    checks: {
      ...syntheticCase.checks,
      contraindications: [
        { id: 'adhesions', answer: 'yes', reason: 'As decided', clinician: 'Dr. S. Surgeon' },
        ...syntheticCase.checks.contraindications.slice(1),
      ],
      dipCheck: {
        by: 'M. Perfusionist',
        atWallMs: 1,
        meansCelsius: [37, 37.1, null, 36.9],
        spreadKelvin: 0.2,
      },
    },
  }),
) as Json;

type Fields = Readonly<Record<string, Json>>;
const eachOf = (list: Json | undefined, defaults: Fields): Json =>
  (list as readonly Fields[]).map((one) => ({ ...defaults, ...one }));

/** What a case file says, read by hand: these may be left out, and then nothing was entered. */
function casePlainly(json: Json): Json {
  const { version: _, ...one } = trimmed(json) as Fields;
  const checks = one.checks as Fields;
  return {
    ...one,
    drugs: eachOf(one.drugs, {
      doseMg: null,
      volumeMl: null,
      diluent: '',
      lot: '',
      expiry: '',
      preparedBy: '',
      addition: null,
    }),
    checks: {
      feverAcceptedBy: '',
      dipCheck: null,
      ...checks,
      checklist: eachOf(checks.checklist, { by: '', atWallMs: null, reason: '' }),
      contraindications: eachOf(checks.contraindications, { reason: '', clinician: '' }),
    },
  };
}

/** The same of a site: a file that is older than the rule wants no second signature. */
const sitePlainly = (json: Json): Json => ({ reviewSignature: false, ...(trimmed(json) as Fields) });

/** One field that has to say something of another. */
const asks: Readonly<Record<string, string>> = {
  bodyTemperatureBeforeCelsius: 'checks.feverAcceptedBy',
  sessionsPlanned: 'sessionNumber',
};

interface Read {
  readonly problem: string | null;
  readonly value: unknown;
}
const readCase = (json: Json): Read => {
  const read = caseOfText(JSON.stringify(json));
  return read.ok ? { problem: null, value: read.case } : { problem: read.problem, value: null };
};
const readSite = (json: Json): Read => {
  const parsed = siteSchema.safeParse(json);
  if (parsed.success) return { problem: null, value: parsed.data };
  const lines = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'site'}: ${message}`);
  return { problem: lines.join('; '), value: null };
};

/** Refused with a place that has to do with the change, or taken for exactly what it says. */
function judged(
  mutation: Mutation,
  { problem, value }: Read,
  plainly: (json: Json) => Json,
): 'refused' | 'right' {
  const { json, at, what } = mutation;
  if (problem === null) {
    if (!isDeepStrictEqual(value, plainly(json))) expect(value, what).toEqual(plainly(json));
    return 'right';
  }
  if (namesLostCharacter(problem, JSON.stringify(json))) return 'refused';
  const places = placesIn(problem);
  const asked = asks[at.join('.')];
  const named = places.some((place) => isNear(place, at) || place.join('.') === asked);
  if (!named) throw new Error(`${what}: the place is not named: ${problem.slice(0, 400)}`);
  return 'refused';
}

/** Before anything of a text is read, by line and column. */
function namesLostCharacter(problem: string, text: string): boolean {
  const column = Number(/^not valid JSON \(line 1, column (\d+): .*U\+FFFD/.exec(problem)?.[1]);
  return text.slice(column - 1).startsWith('"lost \uFFFD');
}

const many = { numRuns: 10_000 };

describe('a file with one thing in it changed is refused with the place, or read for what it says', () => {
  it.each([
    ['a case with every field', wholeCase],
    ['the demonstration case', fileOf('demo-case.json')],
  ])(
    '%s',
    (_, base) => {
      const seen = { refused: 0, right: 0 };
      expect(readCase(base)).toEqual({ problem: null, value: casePlainly(base) });
      fc.assert(
        fc.property(mutationOf(base), (mutation) => {
          seen[judged(mutation, readCase(mutation.json), casePlainly)] += 1;
        }),
        many,
      );
      expect(seen.refused).toBeGreaterThan(3000);
      expect(seen.right).toBeGreaterThan(800);
    },
    120_000,
  );

  it('a site', () => {
    const base = fileOf('sites/ward.json');
    const seen = { refused: 0, right: 0 };
    expect(readSite(base)).toEqual({ problem: null, value: base });
    fc.assert(
      fc.property(mutationOf(base), (mutation) => {
        seen[judged(mutation, readSite(mutation.json), sitePlainly)] += 1;
      }),
      many,
    );
    expect(seen.refused).toBeGreaterThan(3000);
    expect(seen.right).toBeGreaterThan(800);
  }, 120_000);
});

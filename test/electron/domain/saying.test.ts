import { describe, expect, it } from 'vitest';
import { type Actor, signedInActor } from '../../../electron/domain/actor.ts';
import type { Addendum, Said } from '../../../electron/domain/addendum.ts';
import { type SaidOf, sayProblem, valueNow } from '../../../electron/domain/saying.ts';

const ada = signedInActor({ id: 'a', name: 'Same Name', role: 'perfusionist' });
const bob = signedInActor({ id: 'b', name: 'Same Name', role: 'clinician' });
const performed: Said = { type: 'signature', meaning: 'performed' };
const reviewed: Said = { type: 'signature', meaning: 'reviewed' };
const release: Said = { type: 'released-unsigned', reason: 'The ward waits' };

const said = (...all: readonly (readonly [Actor, Said])[]): Addendum[] =>
  all.map(([by, what], index) => ({ number: index + 1, atWallMs: 1000 * index, by, said: what }));
const of = (change: Partial<SaidOf> = {}): SaidOf => ({
  isOn: false,
  isSealed: true,
  addenda: [],
  wantsReview: false,
  deviations: ['event:7'],
  values: new Map([
    ['case.procedure', null],
    ['case.diagnosis', 'Ascites'],
  ]),
  ...change,
});
const kind = (of: SaidOf, by: Actor, what: Said): string | null => sayProblem(of, by, what)?.kind ?? null;
const late = (value: string): Said => ({
  type: 'late-entry',
  field: 'case.procedure',
  value,
  reason: 'Forgotten',
});
const correct = (old: string | null, to: string, field = 'case.diagnosis'): Said => ({
  type: 'correction',
  field,
  old,
  new: to,
  reason: 'Typed wrongly',
});
const note: Said = { type: 'note', text: 'x' };

describe('what may be said of a record', () => {
  it('nothing while its run is on, nor before it is sealed', () => {
    for (const what of [performed, note, release, late('x')]) {
      expect(kind(of({ isOn: true, isSealed: false }), ada, what)).toBe('still-on');
      expect(kind(of({ isSealed: false }), ada, what)).toBe('not-sealed');
    }
  });

  it('a note, by anybody who may', () => {
    expect(kind(of(), ada, note)).toBeNull();
  });

  it('why a deviation came about that there is', () => {
    expect(kind(of(), ada, { type: 'explanation', deviation: 'event:7', text: 'x' })).toBeNull();
    expect(kind(of(), ada, { type: 'explanation', deviation: 'event:8', text: 'x' })).toBe(
      'no-such-deviation',
    );
  });
});

describe('a signature', () => {
  it('is given once with one meaning, and by another person with the other', () => {
    expect(kind(of(), ada, performed)).toBeNull();
    const one = of({ addenda: said([ada, performed]) });
    expect(kind(one, ada, performed)).toBe('already-signed');
    expect(kind(one, ada, reviewed)).toBe('needs-another-person');
    expect(kind(one, bob, reviewed)).toBeNull();
    expect(kind(one, bob, performed)).toBeNull();
  });

  it('that reviews may come first, and then another performs', () => {
    const one = of({ addenda: said([bob, reviewed]) });
    expect(kind(one, bob, performed)).toBe('needs-another-person');
    expect(kind(one, ada, performed)).toBeNull();
  });

  it('is not given again once something was corrected', () => {
    const one = of({ addenda: said([ada, performed], [ada, correct('Ascites', 'None')]) });
    expect(kind(one, ada, performed)).toBe('already-signed');
  });
});

describe('a release without a signature', () => {
  it('is asked for once, and of nothing that is final', () => {
    expect(kind(of(), ada, release)).toBeNull();
    expect(kind(of({ addenda: said([ada, release]) }), bob, release)).toBe('needs-no-release');
    expect(kind(of({ addenda: said([ada, performed]) }), ada, release)).toBe('needs-no-release');
  });

  it('can be given where one of two signatures is there', () => {
    const half = said([ada, performed]);
    expect(kind(of({ wantsReview: true, addenda: half }), ada, release)).toBeNull();
    expect(kind(of({ wantsReview: true, addenda: [...half, ...said([bob, reviewed])] }), ada, release)).toBe(
      'needs-no-release',
    );
  });
});

describe('an entry after the run', () => {
  it('late, is of what is missing', () => {
    expect(kind(of(), ada, late('HIPEC'))).toBeNull();
    const entered = of({ addenda: said([ada, late('HIPEC')]) });
    expect(sayProblem(entered, ada, late('PIPAC'))).toEqual({ kind: 'has-a-value', value: 'HIPEC' });
    expect(kind(of(), ada, { ...late('x'), field: 'case.diagnosis' } as Said)).toBe('has-a-value');
    expect(kind(of(), ada, { ...late('x'), field: 'treatment.meanCelsius' } as Said)).toBe('no-such-field');
  });

  it('that corrects, names the value as it stands now', () => {
    expect(kind(of(), ada, correct('Ascites', 'None'))).toBeNull();
    const once = of({ addenda: said([ada, correct('Ascites', 'None')]) });
    expect(sayProblem(once, bob, correct('Ascites', 'Some'))).toEqual({
      kind: 'another-value',
      value: 'None',
    });
    expect(kind(once, bob, correct('None', 'Some'))).toBeNull();
    expect(kind(once, bob, correct('None', 'None'))).toBe('same-value');
    expect(kind(of(), ada, correct('', 'HIPEC', 'case.procedure'))).toBe('another-value');
    expect(kind(of(), ada, correct('x', 'y', 'nowhere'))).toBe('no-such-field');
  });

  it('is what stands from then on', () => {
    const values = of().values;
    const addenda = said([ada, late('HIPEC')], [bob, correct('HIPEC', 'HITHOC', 'case.procedure')]);
    expect(valueNow({ values, addenda }, 'case.procedure')).toBe('HITHOC');
    expect(valueNow({ values, addenda }, 'case.diagnosis')).toBe('Ascites');
    expect(valueNow({ values, addenda }, 'nowhere')).toBeUndefined();
  });
});

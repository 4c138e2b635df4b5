import { describe, expect, it } from 'vitest';
import { siteListsSchema } from '../../../electron/contract/site-lists-schema.ts';
import { theatre } from '../../support/site.ts';

const { lists } = theatre;
const item = { id: 'wound-edge', en: 'Wound edge', zh: '切口边缘' };
const sign = { ...item, unit: 'mmol/L', lowest: 1, highest: 10, decimals: 1, everyMinutes: 30 };
const check = { ...item, mustBeDone: true, needsSound: false };

const problem = (change: object): string => {
  const parsed = siteListsSchema.safeParse({ ...lists, ...change });
  return parsed.success
    ? ''
    : parsed.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join('; ');
};

describe('the lists of a site', () => {
  it.each<[string, object]>([
    ['a list of each kind', { checklist: [check], contraindications: [item], vitalSigns: [sign] }],
    [
      'nothing asked',
      { checklist: [], contraindications: [], indications: [], vitalSigns: [], drugNames: [] },
    ],
    ['a sign that is never due', { vitalSigns: [{ ...sign, everyMinutes: null, unit: '' }] }],
    ['the same id in two lists', { indications: [item], contraindications: [item] }],
    ['60 lines', { indications: Array.from({ length: 60 }, (_, n) => ({ ...item, id: `i-${n}` })) }],
    ['names of drugs', { drugNames: ['as a team names it', 'another'] }],
  ])('with %s are taken as they stand', (_, change) => {
    expect(siteListsSchema.safeParse({ ...lists, ...change })).toEqual({
      success: true,
      data: { ...lists, ...change },
    });
  });

  it.each([
    '',
    'Wound-edge',
    'wound edge',
    '-wound',
    'wound-',
    'a--b',
    'a_b',
    '切口',
    'x'.repeat(201),
    7,
    null,
  ])('an id %j is refused by its place', (id) => {
    expect(problem({ indications: [item, { ...item, id }] })).toMatch(/^indications\.1\.id: /);
  });

  it.each<[string, object, string]>([
    ['checklist', { checklist: [check, check] }, 'checklist.1.id: "wound-edge" is there twice'],
    [
      'contraindications',
      { contraindications: [item, item] },
      'contraindications.1.id: "wound-edge" is there twice',
    ],
    [
      'probe places',
      { probePlaces: { ...lists.probePlaces, pleural: [item, item] } },
      'probePlaces.pleural.1.id: "wound-edge" is there twice',
    ],
    ['vital signs', { vitalSigns: [sign, sign] }, 'vitalSigns.1.id: "wound-edge" is there twice'],
    ['drug names', { drugNames: ['one', 'one '] }, 'drugNames: a name is there twice'],
  ])('an entry of the %s that is there twice is refused', (_, change, said) => {
    expect(problem(change)).toBe(said);
  });

  it.each<[object, string]>([
    [{ checklist: {} }, 'checklist: must be a list'],
    [{ checklist: [item] }, 'checklist.0.mustBeDone: must be true or false'],
    [{ checklist: [{ ...check, needsSound: 'no' }] }, 'checklist.0.needsSound: must be true or false'],
    [{ indications: [{ ...item, zh: ' ' }] }, 'indications.0.zh: is missing'],
    [{ indications: [{ id: 'a', zh: '甲' }] }, 'indications.0.en: must be a text'],
    [{ indications: [{ ...item, en: 'x'.repeat(201) }] }, 'indications.0.en: at most 200 characters'],
    [{ indications: [{ ...item, colour: 'red' }] }, 'indications.0: no site has "colour"'],
    [{ indications: ['Wound edge'] }, 'indications.0: must be an object'],
    [{ catheterPlaces: { peritoneal: [], pleural: [] } }, 'catheterPlaces.bladder: must be a list'],
    [{ vitalSigns: [{ ...sign, lowest: 10 }] }, 'vitalSigns.0.highest: must be above lowest'],
    [{ vitalSigns: [{ ...sign, highest: '10' }] }, 'vitalSigns.0.highest: must be a number'],
    [{ vitalSigns: [{ ...sign, decimals: 1.5 }] }, 'vitalSigns.0.decimals: must be a whole number'],
    [{ vitalSigns: [{ ...sign, decimals: 4 }] }, 'vitalSigns.0.decimals: must be 0 to 3'],
    [{ vitalSigns: [{ ...sign, everyMinutes: 0 }] }, 'vitalSigns.0.everyMinutes: must be 1 to 240, or null'],
    [{ vitalSigns: [{ ...sign, unit: 'x'.repeat(21) }] }, 'vitalSigns.0.unit: at most 20 characters'],
    [{ drugNames: [''] }, 'drugNames.0: is missing'],
    [{ drugNames: 'none' }, 'drugNames: must be a list'],
    [
      { indications: Array.from({ length: 61 }, (_, n) => ({ ...item, id: `i-${n}` })) },
      'indications: at most 60 lines',
    ],
  ])('%j is refused by its place', (change, said) => {
    expect(problem(change)).toContain(said);
  });
});

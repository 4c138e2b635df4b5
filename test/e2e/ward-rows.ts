import { chosen, type Entered, placed, typed } from './ward-answers.ts';

const drugName = ['甲药', '乙药'] as const;
const lot = (drug: number) => (n: number) => `P${drug}-2026${n}`;
const expiry = (n: number) => `2035-0${n}-15`;
export const preparer = ['药师甲', '药师乙'] as const;

export const drugs = [
  { name: drugName[0], doseMg: 60, volumeMl: 50, lot: lot(1), expiry },
  { name: drugName[1], doseMg: 40, volumeMl: 30, lot: lot(2), expiry },
] as const;

/** What is planned of one drug. */
export function drug(index: 0 | 1): Entered[] {
  const { doseMg, volumeMl } = drugs[index];
  const at = (field: string) => ({
    within: `.drug-entry[aria-label="药物 ${index + 1}"]`,
    journal: `case.drugs.${index}.${field}`,
    summary: `drugs.planned.${index}.${field}`,
  });
  const name = drugName[index];
  return [
    typed('drugs', '药名', name, {
      ...at('name'),
      again: 'brought',
      offered: true,
      printed: `${name}第${index + 1}次计划加药${doseMg}`,
    }),
    typed('drugs', '剂量，mg', String(doseMg), {
      ...at('doseMg'),
      again: 'brought',
      value: doseMg,
      printed: String(doseMg),
    }),
    typed('drugs', '体积，mL', String(volumeMl), {
      ...at('volumeMl'),
      again: 'brought',
      value: volumeMl,
      printed: `${volumeMl}0.9%氯化钠`,
    }),
    typed('drugs', '溶媒', '0.9% 氯化钠', { ...at('diluent'), again: 'brought', printed: '0.9%氯化钠' }),
    typed('drugs', '批号', lot(index + 1), { ...at('lot'), again: 'asked', printed: lot(index + 1) }),
    typed('drugs', '有效期', expiry, {
      ...at('expiry'),
      again: 'asked',
      printed: (n) => `${lot(index + 1)(n)}${expiry(n)}${preparer[index]}`,
    }),
    typed('drugs', '配制人', preparer[index], {
      ...at('preparedBy'),
      again: 'asked',
      printed: preparer[index],
    }),
    chosen(
      'drugs',
      `drugs.${index}.addition`,
      [`${index + 1}：第 ${10 * index} min，第${'一二'[index]}剂`, String(index)],
      { ...at('addition'), again: 'brought', value: index, printed: `第${index + 1}次计划加药` },
    ),
  ];
}

const catheterPlaces = [
  ['right-subdiaphragm', '右膈下', 'in', '进'],
  ['pelvis-left', '盆腔左侧', 'out', '出'],
  ['left-subdiaphragm', '左膈下', 'in', '进'],
  ['pelvis-right', '盆腔右侧', 'out', '出'],
] as const;

/** Touched on the map, numbered and led in and out by the program; the width is typed. */
export function catheter(index: number): Entered[] {
  const [place, called, direction, way] = catheterPlaces[index] ?? catheterPlaces[0];
  const number = index + 1;
  const row = `.catheter-row >> nth=${index}`;
  const printed = `${number}${called}${way}28`;
  const at = { again: 'brought', printed } as const;
  return [
    {
      what: `catheter ${number}`,
      section: 'placement',
      enter: (hands) => hands.touch(hands.page.locator(`.map-place[data-place="${place}"]`)),
      stands: (page) => page.locator(row).locator('select').inputValue(),
      shows: () => place,
      value: () => place,
      ...placed({ ...at, journal: `case.catheters.${index}.place`, summary: `catheters.${index}.place` }),
    },
    {
      what: `catheter ${number}, its way`,
      section: 'placement',
      enter: async () => {},
      stands: async (page) =>
        (await page.locator(row).locator('[aria-pressed="true"]').getAttribute('data-value')) ?? '',
      shows: () => direction,
      value: () => direction,
      ...placed({
        ...at,
        journal: `case.catheters.${index}.direction`,
        summary: `catheters.${index}.direction`,
      }),
    },
    {
      what: `catheter ${number}, its width`,
      section: 'placement',
      enter: (hands) => hands.type(hands.page.locator(row).locator('.catheter-french input'), '28'),
      stands: (page) => page.locator(row).locator('.catheter-french input').inputValue(),
      shows: () => '28',
      value: () => 28,
      ...placed({
        ...at,
        journal: `case.catheters.${index}.frenchSize`,
        summary: `catheters.${index}.frenchSize`,
      }),
    },
  ];
}

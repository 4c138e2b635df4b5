import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Entered, entered } from './where-it-stands.ts';

/** The site's lists as they are shipped, which the form asks item by item. */
const { lists } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../assets/sites/theatre.json'), 'utf8'),
) as { lists: Record<'checklist' | 'contraindications', { id: string; en: string }[]> };

type List = keyof typeof lists;
const row = (id: string) => `.answer-row[data-row="${id}"]`;
const answer = (list: List, id: string, value: string, report: string): Entered =>
  entered(
    `${list}: ${id}`,
    [(page) => page.locator(`${row(id)} [data-value="${value}"]`).click()],
    `checks.${list}.${id}.answer`,
    value,
    report,
  );
const beside = (list: List, id: string, field: string, text: string, report: string): Entered =>
  entered(
    `${list}: ${id}, ${field}`,
    [(page) => page.locator(`[name="${list}.${id}.${field}"]`).fill(text)],
    `checks.${list}.${id}.${field}`,
    text,
    report,
  );
const called = (list: List, wanted: string): string =>
  lists[list].find(({ id }) => id === wanted)?.en ?? 'no such item';
const of = (list: List, ...others: readonly string[]): string[] =>
  lists[list].map(({ id }) => id).filter((id) => !others.includes(id));

const goneOn = (id: string, said: string, reason: string, clinician: string): Entered[] => {
  const title = called('contraindications', id);
  const report = `${title} gone on: ${reason} (decided by ${clinician}) ${said}`;
  return [
    answer('contraindications', id, said === 'Yes' ? 'yes' : 'unknown', report),
    beside('contraindications', id, 'reason', reason, report),
    beside('contraindications', id, 'clinician', clinician, report),
  ];
};

/** Each by itself: one speaks against it, one nobody knows, and of both somebody has decided to go on. */
export const contraindications: readonly Entered[] = [
  ...goneOn('bleeding', 'Yes', 'platelets given this morning', 'Clinician D'),
  ...goneOn('compliance', 'Not known', 'under anaesthesia', 'Anaesthetist C'),
  ...of('contraindications', 'bleeding', 'compliance').map((id) =>
    answer('contraindications', id, 'no', `${called('contraindications', id)} No`),
  ),
];

/** Done, not applicable, and not done with a reason; each with who has said so. */
const notDone = 'cooling blanket is on its way';
const notApplicable = ['circuit-tight', 'alarms-tried'];
export const checklist: readonly Entered[] = [
  answer(
    'checklist',
    'cooling-ready',
    'not-done',
    `Patient cooling ready Not done (${notDone}) Perfusionist`,
  ),
  beside('checklist', 'cooling-ready', 'reason', notDone, `Not done (${notDone})`),
  ...notApplicable.map((id) =>
    answer('checklist', id, 'not-applicable', `${called('checklist', id)} Not applicable Perfusionist`),
  ),
  ...of('checklist', 'cooling-ready', ...notApplicable).map((id) =>
    answer('checklist', id, 'done', `${called('checklist', id)} Done Perfusionist`),
  ),
];

import { expect } from '@playwright/test';
import type { Again, Entered, Section } from './ward-answers.ts';
import { entered, hospitalNumber, openedBefore } from './ward-course.ts';
import { answersOn, changed, type Hands } from './ward-hands.ts';

/** What is kept from the first session on: the ward's own card, made of a shipped one. */
export const card = {
  name: '病房 43.0 °C × 15 min',
  minutes: 15,
  carrier: '0.9% 氯化钠注射液',
  additions: [
    ['0', '第一剂'],
    ['10', '第二剂'],
  ],
} as const;

export const ofSection = (section: Section, again?: Again): Entered[] =>
  entered.filter((one) => one.section === section && (again === undefined || one.again === again));

export const goTo = ({ page }: Hands, section: string) =>
  page.locator(`.section-tab[data-section="${section}"]`);

/** Each answer of the case, one after the other, as at a first session. */
export async function enterAll(hands: Hands): Promise<void> {
  for (const section of ['patient', 'treatment', 'protocol', 'drugs', 'placement'] as const) {
    if (section !== 'patient') await hands.touch(goTo(hands, section));
    if (section === 'protocol') await makeCard(hands);
    else
      for (const one of ofSection(section)) {
        await openedBefore[one.what]?.(hands);
        await one.enter(hands, 1);
        expect(await one.stands(hands.page), one.what).toBe(one.shows(1));
      }
  }
}

/** A shipped card, changed to the shortest it may be, and kept as the ward's. */
async function makeCard(hands: Hands): Promise<void> {
  const { page } = hands;
  await hands.touch(page.locator('.preset-card', { hasText: '43.0 °C × 60 min, ward' }));
  await hands.touch(page.getByRole('button', { name: '更改数值' }));
  await hands.type(page.getByLabel('时间 min'), String(card.minutes));
  await hands.type(page.getByLabel('灌注液'), card.carrier);
  for (const [index, [minute, label]] of card.additions.entries()) {
    await hands.touch(page.getByRole('button', { name: '+ 加药' }));
    await hands.type(page.getByLabel(`第 ${index + 1} 次加药的分钟`), minute);
    await hands.type(page.getByLabel(`第 ${index + 1} 次加药`, { exact: true }), label);
  }
  await hands.type(page.getByLabel('保存的方案名称'), card.name);
  await hands.touch(page.getByRole('button', { name: '保存为本院方案' }));
  await expect(page.locator('.save-preset [role="status"]')).toContainText(`已保存：${card.name}`);
}

/** The session before is found by number or name, and says how it went; what does not change comes with it. */
export async function recall(hands: Hands, n: number): Promise<void> {
  const { page } = hands;
  await hands.touch(page.getByRole('button', { name: '既往治疗' }));
  await hands.type(page.getByLabel('完整住院号，或姓名的一部分'), n % 2 === 1 ? hospitalNumber : '示例患');
  await hands.touch(page.getByRole('button', { name: '查找', exact: true }));
  const found = page.locator('.arrival');
  await expect(found).toHaveCount(n - 1);
  const last = found.first();
  for (const words of [
    `第 ${n - 1} 次治疗，共 5 次`,
    '已完成',
    `${card.name} · 43.0 °C × 15 分钟`,
    '达标 1',
    '未回收',
  ])
    await expect(last).toContainText(words);
  await hands.touch(last.locator('.arrival-choose'));
  await expect(page.locator('.recalled-note')).toContainText(`取自第 ${n - 1} 次治疗`);
}

/** Goes through the sections: what was brought stands there, what is asked anew is empty until it is answered. */
export async function enterAnew(hands: Hands, n: number): Promise<void> {
  for (const section of ['patient', 'treatment', 'protocol', 'drugs', 'placement'] as const) {
    if (section !== 'patient') await hands.touch(goTo(hands, section));
    if (section === 'protocol')
      await expect(hands.page.locator('.preset-card[aria-pressed="true"]')).toContainText(card.name);
    else await answerSection(hands, section, n);
  }
}

async function answerSection(hands: Hands, section: Section, n: number): Promise<void> {
  for (const one of ofSection(section)) {
    const before = one.again === 'asked' ? '' : one.shows(n);
    expect(await one.stands(hands.page), `${one.what}, before session ${n}`).toBe(before);
  }
  for (const one of ofSection(section, 'asked')) await answersOne(hands, one.what, () => one.enter(hands, n));
}

/** One control, one question: nothing else stands answered otherwise after it. */
async function answersOne(hands: Hands, what: string, answer: () => Promise<void>): Promise<void> {
  const before = await answersOn(hands.page);
  await answer();
  await expect.poll(async () => changed(before, await answersOn(hands.page)).length, what).toBe(1);
}

/** One of the patient's troubles is known and decided on; one item waits for a reason. */
export const troubled = {
  id: 'compliance',
  name: '依从性差',
  reason: '家属陪同，可配合',
  clinician: '医师甲',
};
export const leftOpen = { id: 'call-bell', name: '呼叫铃在患者手边', reason: '护士全程在床旁' };
/** No sound can be heard on a computer without an audio output. */
export const unheard = 'alarms-tried';

/** Every check is empty, however often the patient has been here, and every one is answered by itself. */
export async function check(hands: Hands, n: number): Promise<void> {
  const { page } = hands;
  await hands.touch(goTo(hands, 'checks'));
  const rows = await page.locator('.answer-row').all();
  expect(rows).toHaveLength(11 + 16);
  await expect(page.locator('.answer-row [aria-checked="true"]')).toHaveCount(0);
  const before = hands.touches;
  for (const row of rows) {
    const id = (await row.getAttribute('data-row')) ?? '';
    const isContraindication = (await row.locator('[data-value="no"]').count()) > 0;
    const answer = isContraindication
      ? id === troubled.id
        ? 'yes'
        : 'no'
      : id === leftOpen.id
        ? 'not-done'
        : id === unheard
          ? 'not-applicable'
          : 'done';
    const press = () => hands.touch(row.locator(`[data-value="${answer}"]`));
    await (n === 3 ? answersOne(hands, id, press) : press());
  }
  expect(hands.touches - before).toBe(rows.length);
  const why = page.locator(`[data-row="${troubled.id}"] .answer-details`);
  await hands.type(why.getByLabel('仍继续的原因'), troubled.reason);
  await hands.touch(why.getByRole('button', { name: troubled.clinician }));
  await hands.type(page.locator(`[data-row="${leftOpen.id}"]`).getByLabel('未完成的原因'), leftOpen.reason);
}

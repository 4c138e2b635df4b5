import { expect, type Locator } from '@playwright/test';
import { hold, press } from '../support/press.ts';
import { type Hands, patienceMs } from './ward-hands.ts';

/** What is entered while the patient is treated, and how it stands in journal, summary and report. */
export const carrier = { name: '0.9% 氯化钠注射液', volumeMl: 3000 };
export const team = ['Perfusionist', '医师乙'] as const;
export const coreCelsius = 37.6;
export const drainedMl = 1870;

/** Sign by its id, as the site calls it, and what is read in session `n`. */
export const vitals = (n: number): readonly (readonly [id: string, name: string, value: number])[] => [
  ['pulse', '脉搏', 72 + n],
  ['systolic', '收缩压', 118 + n],
  ['diastolic', '舒张压', 70 + n],
  ['breathing', '呼吸', 15 + n],
  ['saturation', '血氧饱和度', 99 - n],
  ['pain', '疼痛评分', n],
  ['distension', '腹胀评分', 6 - n],
];

/** The count is not to a millilitre where the line was not heard for a moment: somebody says why it goes on. */
async function leaveRetained(hands: Hands, button: Locator): Promise<void> {
  await hands.touch(button);
  await hands.touch(dialogue(hands).getByRole('button', { name: '患者吸收' }));
  await press(dialogue(hands).locator('[data-action="confirm"]'));
  await expect(dialogue(hands)).toHaveCount(0);
}

/** What stands in the way after a busy computer has not heard its rig for a moment: a person goes on from there. */
const goingOn = ['接管控制', '解除', '恢复循环', '恢复加热', '重新测试'];

/** Waits for what is next and holds it; what stands in its way is put out of it as somebody would. */
async function next(hands: Hands, title: string): Promise<void> {
  const wanted = await readyTo(hands, title);
  await hands.hold(wanted);
}

async function readyTo(hands: Hands, ...titles: readonly string[]): Promise<Locator> {
  const { page } = hands;
  const enabled = page.locator('.primary-action:not([aria-disabled="true"])');
  const acknowledge = page.locator('[data-action="acknowledge"]');
  const retained = page.locator('[data-action="leave-retained"]');
  const giveUpMs = performance.now() + patienceMs;
  for (;;) {
    const said = (await enabled.allTextContents()).join();
    const title = titles.find((one) => said.includes(one));
    if (title !== undefined) return enabled.filter({ hasText: title });
    if (performance.now() > giveUpMs)
      throw new Error(`"${titles.join()}" did not come; there stands "${said}"`);
    const way = goingOn.find((one) => said.startsWith(one));
    // Another may stand there by the time it is pressed.
    if (way !== undefined) await hold(enabled.filter({ hasText: way }));
    else if (await retained.isVisible()) await leaveRetained(hands, retained);
    else if (await acknowledge.isVisible()) await hands.touch(acknowledge);
    else await page.waitForTimeout(100);
  }
}

const dialogue = ({ page }: Hands) => page.locator('.dialogue');
const ready = { state: 'attached', timeout: patienceMs } as const;

/** From the start of the run to its end, by the words that stand on the screen. */
export async function treat(hands: Hands, n: number): Promise<void> {
  const { page } = hands;
  await hands.hold(page.locator('.start-run'));
  await next(hands, '开始预充');
  await timeOut(hands);
  await hangCarrier(hands);
  for (const title of ['测试设备', '预热', '体腔注液', '开始循环']) await next(hands, title);
  await hands.touch(page.getByRole('button', { name: '已见回流' }));
  await giveFirst(hands);
  await readVitals(hands, n);
  await readBy(hands, 'core-temperature', coreCelsius);
  await giveSecond(hands);
  await next(hands, '结束治疗');
  await disconnect(hands);
  await readBy(hands, 'drained-volume', drainedMl);
  await next(hands, '完成运行');
  await expect(page.getByRole('heading', { name: '已完成' })).toBeVisible();
}

/** Once the cavity is empty by count; where a person has said why it is not, the run is there already. */
async function disconnect(hands: Hands): Promise<void> {
  const button = await readyTo(hands, '断开管路', '完成运行');
  if ((await button.textContent())?.includes('断开管路')) await hands.hold(button);
}

async function timeOut(hands: Hands): Promise<void> {
  await hands.touch(await readyTo(hands, '治疗前核对'));
  await twoOfTheTeam(hands);
  await hands.touch(dialogue(hands).getByRole('button', { name: '已宣读核对' }));
  await expect(dialogue(hands)).toHaveCount(0);
}

async function twoOfTheTeam(hands: Hands): Promise<void> {
  for (const name of team) await hands.touch(dialogue(hands).locator(`[data-person="${name}"]`));
}

/** The name is that of the plan; how much was hung is typed. */
async function hangCarrier(hands: Hands): Promise<void> {
  await hands.touch(hands.page.getByRole('button', { name: '记录灌注液' }));
  await expect(dialogue(hands).getByLabel('灌注液', { exact: true })).toHaveValue(carrier.name);
  await hands.type(dialogue(hands).getByLabel('悬挂量，mL'), String(carrier.volumeMl));
  await confirm(hands, '记录');
}

async function confirm(hands: Hands, title: string): Promise<void> {
  await hands.touch(dialogue(hands).getByRole('button', { name: title, exact: true }));
  await expect(dialogue(hands)).toHaveCount(0);
}

async function giveFirst(hands: Hands): Promise<void> {
  await hands.touch(await readyTo(hands, '开始治疗'));
  await hands.touch(dialogue(hands).getByRole('button', { name: '下一步：核对' }));
  await twoOfTheTeam(hands);
  await confirm(hands, '药物已加入，开始计时');
}

/** Two touches each where a sign is a scale; a number is typed between them. */
async function readVitals(hands: Hands, n: number): Promise<void> {
  await hands.touch(hands.page.locator('[data-action="record-vital"]'));
  for (const [id, name, value] of vitals(n)) {
    const sign = dialogue(hands).locator('.vital-sign', { hasText: name });
    const before = hands.touches;
    await hands.touch(sign);
    const scale = dialogue(hands).locator(`.vital-scale [data-value="${value}"]`);
    const pad = dialogue(hands).locator('.number-pad');
    if (id === 'pain' || id === 'distension') await hands.touch(scale);
    else {
      await pad.locator('input').pressSequentially(String(value));
      await hands.touch(pad.getByRole('button', { name: '录入' }));
    }
    expect(hands.touches - before).toBe(2);
    await expect(sign.locator('.vital-last b')).toHaveText(new RegExp(`^${value}( |$)`));
  }
  await hands.touch(dialogue(hands).getByRole('button', { name: '关闭' }));
}

async function readBy(hands: Hands, kind: string, value: number): Promise<void> {
  await hands.touch(hands.page.locator('[data-action="record-reading"]'));
  await hands.touch(dialogue(hands).locator(`[data-kind="${kind}"]`));
  await hands.type(dialogue(hands).locator('input'), String(value));
  await confirm(hands, '记录');
}

async function giveSecond(hands: Hands): Promise<void> {
  const due = hands.page.locator('[data-action="record-addition"]:not([data-state="ahead"])');
  await due.waitFor(ready);
  await hands.touch(due);
  await confirm(hands, '记录');
}

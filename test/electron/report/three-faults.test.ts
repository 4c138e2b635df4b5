import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { consoleActor } from '../../../electron/domain/actor.ts';
import type { Language } from '../../../electron/domain/text/language.ts';
import { systemClock } from '../../../electron/domain/time.ts';
import type { LoggedAlarm } from '../../../electron/report/figures/alarm-log.ts';
import { computeFigures, type Figures } from '../../../electron/report/figures.ts';
import { writeReport } from '../../../electron/report/write-report.ts';
import { chromiumPdf } from '../../support/chromium-pdf.ts';
import { clinicianNamed, perfusionistNamed } from '../../support/people.ts';
import { people, type ThreeFaults, withThreeFaults } from './three-faults.ts';

/** As in report-pdf.test.ts. */
const shelf = 'out/report-pictures';
let figures: Figures;
let history: ThreeFaults['history'];
const texts = new Map<Language, string>();

beforeAll(async () => {
  const chromium = await chromiumPdf();
  await withThreeFaults(async ({ record, history: shown }) => {
    figures = computeFigures(record);
    history = shown;
    for (const language of ['en', 'zh'] as const) {
      const folder = join(shelf, `three-faults-${language}`);
      rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
      mkdirSync(folder, { recursive: true });
      const { report, missing } = await writeReport({
        record,
        folder,
        language,
        printPdf: chromium.print,
        fontSheets: [],
        onProgress: () => {},
        signal: new AbortController().signal,
        clock: systemClock,
      });
      if (report === null) throw new Error(missing[0]?.why);
      if (process.env.GALLERY) execFileSync('pdftoppm', ['-r', '110', '-png', report, join(folder, 'page')]);
      texts.set(language, execFileSync('pdftotext', ['-layout', report, '-'], { encoding: 'utf8' }));
    }
  });
  await chromium.close();
}, 240_000);

const logged = (code: string): LoggedAlarm => {
  const found = figures.alarms.find(({ alarm }) => alarm.code === code);
  if (found === undefined) throw new Error(`no ${code} in ${figures.alarms.map(({ alarm }) => alarm.id)}`);
  return found;
};
/** One space wherever there is any; tables are laid out with many. */
const said = (language: Language): string => (texts.get(language) ?? '').replaceAll(/\s+/g, ' ');

describe('the alarm log of a treatment with three faults, read back from its journal', () => {
  it('holds every occurrence as the screen showed it last', () => {
    expect(figures.alarms.map(({ alarm }) => alarm)).toEqual(history);
    const story = [
      'probe-fault',
      'flow-falling',
      'flow-deviation',
      'flow-deviation-large',
      'link-lost',
      'interlock-watchdog-expired',
    ];
    const codes: string[] = figures.alarms.map(({ alarm }) => alarm.code);
    expect(codes.filter((code) => story.includes(code))).toEqual(story);
  });

  it('tells value, limit in force and worst value, and for how long', () => {
    const { alarm, cleared } = logged('flow-deviation');
    expect(alarm).toMatchObject({ limit: 1350, priority: 'low', unit: 'mlPerMin' });
    expect(alarm.value).toBeLessThan(1350);
    expect(alarm.worst).toBeLessThanOrEqual(alarm.value ?? 0);
    expect(cleared?.sessionMs).toBe(alarm.clearedMs);
  });

  it('tells who acknowledged what and when, and that it was called to mind', () => {
    const { acknowledgements, reminders, raised } = logged('probe-fault');
    expect(acknowledgements).toEqual([
      expect.objectContaining({
        by: perfusionistNamed(people.perfusionist),
        sessionMs: raised.sessionMs + 15_000,
      }),
    ]);
    expect(reminders.map(({ sessionMs }) => sessionMs - raised.sessionMs)).toEqual([195_000]);
  });

  it('tells what another explained, from when on', () => {
    const cause = logged('flow-deviation');
    const { alarm, explained } = logged('flow-falling');
    expect(alarm.under).toBe(cause.alarm.id);
    expect(explained).toEqual([{ by: cause.alarm.id, from: cause.raised, until: null }]);
  });

  it('does not call over what nobody could see any more', () => {
    expect(logged('flow-deviation-large')).toMatchObject({ unseen: true, acknowledgements: [] });
    expect(logged('probe-fault').unseen).toBe(false);
  });

  it('tells the audio pause that the lost link broke, and the limit that was changed', () => {
    const { raised } = logged('link-lost');
    expect(figures.audioPauses).toMatchObject([
      {
        by: perfusionistNamed(people.nurse),
        until: { sessionMs: raised.sessionMs, cause: 'new-alarm', by: consoleActor },
      },
    ]);
    expect(figures.limitChanges).toMatchObject([
      { limit: 'flow-off', from: 10, to: 12, by: clinicianNamed(people.surgeon), role: 'clinician' },
    ]);
  });

  it('sums up: how many of each priority, how long a high one was on, how long audio was paused', () => {
    const { byPriority, explained } = figures.alarmTotals;
    expect(byPriority.high + byPriority.medium + byPriority.low).toBe(history.length);
    expect([byPriority.high, explained.low]).toEqual([2, 1]);
    const high = [logged('link-lost'), logged('interlock-watchdog-expired')];
    const from = high[0]?.raised.sessionMs ?? 0;
    expect(figures.alarmTotals.highSeconds).toBeCloseTo(
      ((high[1]?.cleared?.sessionMs ?? 0) - from) / 1000,
      6,
    );
    expect(figures.audioPausedSeconds).toBeCloseTo(20.9, 0);
  });
});

describe('its report', () => {
  it('in English says what happened, what was done and what is over', () => {
    const text = said('en');
    for (const words of [
      'All of them were over when the record ended.',
      'T3 upper cavity: no usable value',
      'Link to the rig lost',
      'Explained by “Flow off its set-point”',
      'not seen since',
      'a new alarm broke through',
      '10.0 % 12.0 %',
      people.surgeon,
      'End treatment early: Link lost, decided with the surgeon',
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/reminded \d\d:\d\d:\d\d/);
    expect(text).toMatch(/Heat held since the link was lost 0:\d\d .*until \d\d:\d\d:\d\d/);
  });

  it('says the same in Chinese', () => {
    const text = said('zh');
    for (const words of [
      '记录结束时全部报警均已解除。',
      'T3 体腔上部：无有效数值',
      '报警限值的更改',
      '出现新的报警',
      people.nurse,
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/undefined|NaN|null/);
  });

  it('tells what a person did to the alarms once', () => {
    expect(said('en').match(/AUDIO PAUSED for 120 s/g)).toHaveLength(1);
    expect(said('en')).not.toContain('Pause audio');
    expect(said('en')).not.toContain('Change alarm limit');
  });
});

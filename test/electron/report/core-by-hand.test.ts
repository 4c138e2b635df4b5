import { describe, expect, it } from 'vitest';
import { alone, typedActor } from '../../../electron/domain/actor.ts';
import { missing } from '../../../electron/domain/reading.ts';
import type { RunEvent } from '../../../electron/domain/run-event.ts';
import { computeFigures } from '../../../electron/report/figures.ts';
import { reportHtml } from '../../../electron/report/html.ts';
import { newReportCurves } from '../../../electron/report/report-input.ts';
import { unsigned } from '../../../electron/report/standing.ts';
import { wallTime } from '../../../electron/report/wall-time.ts';
import { dictionaries } from '../../../electron/report/write-report.ts';
import { ended, phaseEvent, recordOf, samplesBetween } from './small-record.ts';

const minute = 60_000;
const core = (value: number, refused: 'not-ready' | null = null): RunEvent => ({
  type: 'action',
  by: typedActor('P'),
  ...alone,
  action: { type: 'record-reading', kind: 'core-temperature', value },
  refused,
});

/** Two minutes of treatment without a core probe. */
function htmlOf(language: 'en' | 'zh', readings: readonly [number, RunEvent][]): string {
  const samples = samplesBetween(0, 2 * minute, () => ({ coreCelsius: missing('not-fitted') }));
  const record = recordOf(samples, [
    [0, phaseEvent('treatment')],
    ...readings,
    [2 * minute, ended('completed')],
  ]);
  return reportHtml({
    header: record.header,
    events: record.events,
    figures: computeFigures(record),
    curves: newReportCurves().finish(),
    ...unsigned,
    paper: 'A4',
    ...dictionaries[language],
    time: wallTime(record.header),
    addenda: [],
  });
}
const points = (html: string): number => html.split('class="core-point"').length - 1;

describe('a core read by hand in the report', () => {
  const read: [number, RunEvent][] = [
    [20_000, core(37.6)],
    [80_000, core(38.4)],
    [90_000, core(40.9, 'not-ready')],
  ];

  it('stands in the line of the core, and as points on the temperatures with one in the legend', () => {
    const html = htmlOf('en', read);
    expect(html).toContain('Read by hand 2 times, the highest 38.40 °C.');
    expect(html).not.toContain('Patient core: not measured');
    expect(html).toContain('core, by hand');
    expect(points(html)).toBe(3);
    expect(htmlOf('zh', read)).toContain('核心（手工）');
  });

  it('where nobody has read it, it was not measured, and nothing is drawn', () => {
    const html = htmlOf('en', []);
    expect(html).toContain('Patient core: not measured');
    expect(html).not.toContain('core, by hand');
    expect(points(html)).toBe(0);
  });
});

import { useMemo } from 'react';
import type { RunView } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { placeOf } from '../run/alarm-order.ts';
import { useConsole } from '../store.ts';
import { minutesSeconds } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { type CoreOnTrend, coreOnTrend } from './core-on-trend.ts';
import { TrendCurves } from './curves.tsx';
import { TrendFrame } from './frame.tsx';
import { TrendLabels } from './labels.tsx';
import { type LimitTrack, limitTracks } from './limit-tracks.ts';
import { TrendLimits } from './limits.tsx';
import { type ChartMark, chartMarks } from './marks.ts';
import { useSize } from './use-size.ts';
import { lastTenMinutes, type WindowKind, wholeRun } from './window.ts';
import './trend.css';

/**
 * The temperatures of the run on a fixed scale. Recharts draws what stands still and is asked again only when that
 * changes; the curves follow the store on their own.
 */
export function TrendChart({ run, window: kind }: { readonly run: RunView; readonly window: WindowKind }) {
  const text = useText().run.trend;
  const [ref, size] = useSize();
  const nowSeconds = useConsole(({ trend }) => Math.floor(trend.rows.at(-1)?.[0] ?? 0));
  const { fromSeconds, toSeconds, tickSeconds } = (kind === 'whole-run' ? wholeRun : lastTenMinutes)(
    nowSeconds,
  );
  const marksKey = JSON.stringify(chartMarks(run));
  const limitsKey = JSON.stringify(
    run.alarms
      .filter((alarm) => alarm.limit !== null && alarm.clearedMs === null && isOnTrend(alarm))
      .map(({ limit, priority }) => ({ limit, priority })),
  );
  const coreKey = JSON.stringify(coreOnTrend(run));
  const sitesKey = JSON.stringify(run.case.probeSites);
  const { targetCelsius } = run.control;
  const treatment = run.steps.find(({ phase }) => phase === 'treatment')?.startSeconds ?? null;
  const tracksKey = JSON.stringify(limitTracks(run.alarmSystem.limits, targetCelsius, treatment));
  const chart = useMemo(() => {
    if (size === null || size.width < 50 || size.height < 50) return null;
    const window = { fromSeconds, toSeconds, tickSeconds };
    const marks = JSON.parse(marksKey) as ChartMark[];
    const limits = JSON.parse(limitsKey) as LimitLine[];
    const tracks = JSON.parse(tracksKey) as LimitTrack[];
    const core = JSON.parse(coreKey) as CoreOnTrend;
    const sites = JSON.parse(sitesKey) as string[];
    const probesInUse = sites.flatMap((site, probe) => (site === 'not-used' ? [] : [probe]));
    return (
      <TrendFrame size={size} window={window} targetCelsius={targetCelsius} marks={marks} limits={limits}>
        <TrendLimits window={window} tracks={tracks} rem={size.rem} />
        <TrendCurves window={window} probesInUse={probesInUse} core={core} rem={size.rem} />
        <TrendLabels
          window={window}
          targetCelsius={targetCelsius}
          marks={marks}
          limits={limits}
          tracks={tracks}
          rem={size.rem}
        />
      </TrendFrame>
    );
  }, [
    size,
    fromSeconds,
    toSeconds,
    tickSeconds,
    marksKey,
    limitsKey,
    tracksKey,
    coreKey,
    sitesKey,
    targetCelsius,
  ]);
  return (
    <div
      ref={ref}
      className="trend"
      role="img"
      aria-label={text.label(minutesSeconds(fromSeconds), minutesSeconds(nowSeconds))}
    >
      {chart}
    </div>
  );
}

/** Is the alarm about a temperature drawn here? */
const isOnTrend = (alarm: Alarm): boolean =>
  alarm.unit === 'celsius' && /^(T\d|control|core)$/.test(placeOf(alarm) ?? '');

/** A temperature limit that is being broken now. */
export interface LimitLine {
  readonly limit: number;
  readonly priority: RunView['alarms'][number]['priority'];
}

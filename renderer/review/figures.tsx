import type { RigView, RunView } from '../../electron/contract/view.ts';
import { flowVerdictOn, verdictOn } from '../../electron/contract/words.ts';
import { measurement } from '../run/precision-rows.tsx';
import { minutesSeconds, number } from '../text/format.ts';
import { useText } from '../text/text.ts';
import './figures.css';

/** What the run came to. */
export function Figures({ run, rig }: { readonly run: RunView; readonly rig: RigView }) {
  const words = useText();
  const text = words.review;
  const { precision: promises } = words.run;
  const { clocks, balance, precision } = run;
  const { elapsedSeconds: elapsed } = clocks;
  const { control, flow } = precision;
  const share = (of: number | null) => (of === null ? '' : text.share(of));
  const ml = (value: number) => `${number(Math.round(value))} ${text.ml}`;
  const measured = (value: number | null) => (value === null ? text.notMeasured : ml(value));
  const [found, measurementVerdict] = measurement(run, rig, words);
  const rows = [
    [
      text.elapsed,
      minutesSeconds(elapsed),
      elapsed === null ? text.noTreatment : text.ofPlanned(clocks.plannedSeconds),
    ],
    [text.inBand, minutesSeconds(clocks.inBandSeconds), share(control.inBandShare)],
    [
      text.drug,
      minutesSeconds(clocks.drugInCavitySeconds),
      clocks.drugInCavitySeconds === null ? text.noDrug : '',
    ],
    [promises.measurement.join(' '), promises.verdict[measurementVerdict], found],
    [
      promises.control.join(' '),
      promises.verdict[verdictOn(control.inBandShare)],
      share(control.inBandShare),
    ],
    [
      promises.flow.join(' '),
      promises.flowVerdict[flowVerdictOn(flow.inBandShare)],
      [share(flow.inBandShare), promises.meter(run.flowMeter, run.calibrationIntervalMonths)]
        .filter((part) => part !== '')
        .join('; '),
    ],
    [text.volumeIn, ml(balance.filledMl + balance.addedMl), ''],
    [text.byHand, text.inAndOut(ml(balance.byHandInMl), ml(balance.byHandOutMl)), ''],
    [text.volumeOut, ml(balance.drainedMl), ''],
    [text.measured, measured(balance.drainMeasuredMl), ''],
    [text.notRecovered, ml(balance.notRecoveredMl), ''],
    [text.notRecoveredByMeasure, measured(balance.notRecoveredByMeasureMl), ''],
  ] as const;
  return (
    <section className="review-figures panel">
      <h2>{text.figures}</h2>
      <dl>
        {rows.map(([name, value, note]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <b>{value}</b> <small>{note}</small>
            </dd>
          </div>
        ))}
      </dl>
      <h2>{text.probes}</h2>
      <dl>
        {run.probes
          .filter(({ site }) => site !== 'not-used')
          .map(({ id, site, cem43Minutes }) => (
            <div key={id}>
              <dt>
                {id} {words.domain.probeSite[site]}
              </dt>
              <dd>{text.cem43(cem43Minutes)}</dd>
            </div>
          ))}
      </dl>
    </section>
  );
}

import type { RigView, RunView } from '../../electron/contract/view.ts';
import {
  calibrationHolds,
  flowVerdictOn,
  type Verdict,
  verdictOn,
  verdictOnMeasurement,
} from '../../electron/contract/words.ts';
import { type Text, useText } from '../text/text.ts';

/** The three precisions: what is promised, how it stands, and whether it is kept so far; of the flow, whether it is held. */
export function PrecisionRows({ run, rig }: { readonly run: RunView; readonly rig: RigView }) {
  const words = useText();
  const text = words.run.precision;
  const { control, flow } = run.precision;
  const [measured, measuredVerdict] = measurement(run, rig, words);
  const controlVerdict = verdictOn(control.inBandShare);
  const flowVerdict = flowVerdictOn(flow.inBandShare);
  const meter = text.meter(run.flowMeter, run.calibrationIntervalMonths);
  const rows = [
    [text.measurement, measured, measuredVerdict, text.verdict[measuredVerdict]],
    [text.control, text.controlFound(control), controlVerdict, text.verdict[controlVerdict]],
    [text.flow, `${text.flowFound(flow)}; ${meter}`, flowVerdict, text.flowVerdict[flowVerdict]],
  ] as const;
  return (
    <ul className="precision-rows">
      {rows.map(([[name, promise], found, verdict, said]) => (
        <li key={name} data-verdict={verdict}>
          <span className="precision-name">
            {name}
            <b>{promise}</b>
          </span>
          <span className="precision-found">{found}</span>
          <b className="precision-verdict">{said}</b>
        </li>
      ))}
    </ul>
  );
}

/** What was found of the probes, and whether it keeps the promise of measurement. */
export function measurement(run: RunView, rig: RigView, words: Text): readonly [string, Verdict] {
  const {
    domain,
    run: { precision: text },
  } = words;
  const dates = rig.identity?.calibrationDates ?? [];
  const used = run.probes.filter(({ site }) => site !== 'not-used').map(({ id }) => id);
  const without = used.filter(
    (id) =>
      !calibrationHolds(dates[Number(id[1]) - 1] ?? null, run.startedWallMs, run.calibrationIntervalMonths),
  );
  const oldest = dates.filter((date) => date !== null).sort()[0] ?? null;
  const { probesAtRest } = run;
  const found = [
    text.calibrated(without, oldest),
    probesAtRest === null ? text.notTested : text.atRest(domain.selfTestDetail(probesAtRest.detail)),
  ];
  return [
    found.join('; '),
    verdictOnMeasurement(
      without.length === 0,
      probesAtRest === null ? null : probesAtRest.passed,
      run.probes.map(({ site }) => site),
      run.case.checks?.dipCheck ?? null,
    ),
  ];
}

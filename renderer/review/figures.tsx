import type { RunView } from '../../electron/contract/view.ts';
import { minutesSeconds, number } from '../text/format.ts';
import { useText } from '../text/text.ts';
import './figures.css';

/** What the run came to. */
export function Figures({ run }: { readonly run: RunView }) {
  const words = useText();
  const text = words.review;
  const { clocks, volume } = run;
  const { elapsedSeconds: elapsed, inBandSeconds: inBand } = clocks;
  const share = elapsed === null || inBand === null || elapsed === 0 ? null : inBand / elapsed;
  const rows = [
    [
      text.elapsed,
      minutesSeconds(elapsed),
      elapsed === null ? text.noTreatment : text.ofPlanned(clocks.plannedSeconds),
    ],
    [text.inBand, minutesSeconds(inBand), share === null ? '' : text.share(share)],
    [
      text.drug,
      minutesSeconds(clocks.drugInCavitySeconds),
      clocks.drugInCavitySeconds === null ? text.noDrug : '',
    ],
    [text.volumeIn, `${number(volume.inMl)} ${text.ml}`, ''],
    [text.volumeOut, `${number(volume.outMl)} ${text.ml}`, ''],
    [text.retained, `${number(volume.inCavityMl)} ${text.ml}`, ''],
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

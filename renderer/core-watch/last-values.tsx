import { celsius, number } from '../../electron/contract/text.ts';
import type { RunView } from '../../electron/contract/view.ts';
import type { Reading } from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';

/** What was known last, struck through: none of it is true any more. */
export function LastValues({ run }: { readonly run: RunView }) {
  const text = useText();
  const { tiles, control } = text.run;
  const probes = run.probes
    .filter(({ site }) => site !== 'not-used')
    .map(
      ({ id, site, celsius: reading }) =>
        [`${id} ${text.domain.probeSite[site]}`, reading, 2, control.celsius] as const,
    );
  const rows: readonly (readonly [string, Reading, number, string])[] = [
    ...probes,
    [tiles.flow, run.flow.mlPerMin, 0, tiles.mlPerMin],
    [tiles.inflowLine, run.inflowLinePressureMmHg, 0, tiles.mmHg],
    [tiles.heater, run.heater.powerPercent, 0, tiles.percent],
    [tiles.volume, { value: run.volume.inCavityMl, missing: null }, 0, tiles.ml],
  ];
  return (
    <dl className="last-values">
      {rows.map(([name, { value, missing }, decimals, unit]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>
            {value === null ? (
              text.run.missing(missing ?? 'no-telemetry')
            ) : (
              <s className="figure">
                {decimals === 2 ? celsius(value) : number(value, decimals)} {unit}
              </s>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

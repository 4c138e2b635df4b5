import type { RunView } from '../../electron/contract/view.ts';
import type { Alarm } from '../../electron/contract/words.ts';
import { Figure } from '../parts/figure.tsx';
import { useText } from '../text/text.ts';
import { Tile } from './tile.tsx';

/** The patient's core as limits are held against it: by the rig's probe, or as last entered by hand, with its age. */
export function CoreTile({
  run,
  alarm,
  limitChanged,
}: {
  readonly run: RunView;
  readonly alarm: Alarm | undefined;
  readonly limitChanged: boolean;
}) {
  const text = useText().run.tiles;
  const { celsius, secondsAgo } = run.coreByHand;
  if (run.coreJudged === 'hand' && celsius !== null) {
    return (
      <Tile name={text.core} foot={text.byHand(secondsAgo)}>
        <Figure
          reading={{ value: celsius, missing: null }}
          decimals={1}
          unit={text.celsius}
          alarm={alarm}
          limitChanged={limitChanged}
        />
      </Tile>
    );
  }
  return (
    <Tile name={text.core} foot={<span className="typed">{run.case.coreSite}</span>}>
      <Figure
        reading={run.coreCelsius}
        decimals={1}
        unit={text.celsius}
        alarm={alarm}
        limitChanged={limitChanged}
      />
    </Tile>
  );
}

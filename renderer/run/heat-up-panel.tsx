import type { RunView } from '../../electron/contract/view.ts';
import { Button } from '../parts/button.tsx';
import { minutesSeconds, missingText } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { type ShownEstimate, useShown } from './heat-up.ts';
import './heat-up-panel.css';

interface HeatUpPanelProps {
  readonly run: RunView;
  readonly onChangeFlow: () => void;
}

/**
 * Stands where the time left stands in treatment, while heating up: how long still, and how warm it can get.
 * Where the target is out of reach it says so, calmly, with what would help.
 */
export function HeatUpPanel({ run, onChangeFlow }: HeatUpPanelProps) {
  const shown = useShown(run.estimate);
  return (
    <section className="time-panel heat-up-panel panel" data-state={shown.state}>
      {shown.state === 'unreachable' ? (
        <Unreachable run={run} shown={shown} onChangeFlow={onChangeFlow} />
      ) : (
        <HowLong run={run} shown={shown} />
      )}
    </section>
  );
}

type Shown<State extends ShownEstimate['state']> = Extract<ShownEstimate, { state: State }>;

function HowLong({ run, shown }: { readonly run: RunView; readonly shown: Shown<'none' | 'reachable'> }) {
  const text = useText().run.heatUp;
  const { estimate, clocks } = run;
  return (
    <>
      <div className="time-left">
        <p className="panel-caption">{text.toBand}</p>
        {shown.state === 'reachable' ? (
          <p className="estimate">
            <span className="time-figure">{shown.minutes.likely}</span>
            <span className="estimate-beside">
              <b>{text.min}</b>
              <br />
              {text.minutesRange(shown.minutes.low, shown.minutes.high)}
            </span>
          </p>
        ) : (
          <p className="estimate">
            <span className="time-figure estimate-none">{missingText}</span>
            <span className="estimate-beside">{estimate.state === 'none' && text.none[estimate.why]}</span>
          </p>
        )}
      </div>
      <dl className="estimate-rows">
        <div>
          <dt>{text.canReach}</dt>
          <dd>{shown.state === 'reachable' ? text.celsius(shown.reachCelsius) : missingText}</dd>
        </div>
        <div>
          <dt>{text.planned}</dt>
          <dd>{minutesSeconds(clocks.plannedSeconds)}</dd>
        </div>
        <div>
          <dt>{text.drug}</dt>
          <dd>{minutesSeconds(clocks.drugInCavitySeconds)}</dd>
        </div>
      </dl>
    </>
  );
}

interface UnreachableProps extends HeatUpPanelProps {
  readonly shown: Shown<'unreachable'>;
}

function Unreachable({ run, shown, onChangeFlow }: UnreachableProps) {
  const text = useText().run.heatUp;
  const { likely, low, high } = shown.reachCelsius;
  const help = text.helps(shown.helpfulFlowMlPerMin, shown.limitedBy);
  return (
    <>
      <div className="time-left">
        <p className="panel-caption">{text.outOfReach(run.control.targetCelsius)}</p>
        <p className="estimate">
          <span className="time-figure">{text.digits(likely)}</span>
          <span className="estimate-beside">
            <b>°C</b>
            <br />
            {text.celsiusRange(low, high)}
          </span>
        </p>
      </div>
      {shown.helpfulFlowMlPerMin !== null && run.setFlow.mayChange ? (
        <Button
          className="estimate-help"
          data-action="change-flow-to-reach"
          title={text.changeFlow}
          caption={text.orMore(shown.helpfulFlowMlPerMin)}
          onClick={onChangeFlow}
        />
      ) : (
        <p className="estimate-help">{help}</p>
      )}
    </>
  );
}

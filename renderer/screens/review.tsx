/*
 * Ten seconds: the run is over, the circuit is off. The perfusionist reads whether it was completed, what the clocks
 * came to, what stays in the cavity, and where the report lies; then the next case.
 */
import { useState } from 'react';
import type { ConsoleView, RunView } from '../../electron/contract/view.ts';
import { withPeople } from '../access/asking.ts';
import { AlarmHistory } from '../history/alarm-history.tsx';
import { MachineBar } from '../machine/machine-bar.tsx';
import { MachineStrip, MachineWords } from '../machine/machine-words.tsx';
import { useRescuing } from '../machine/rescuing.ts';
import { RestAlarms } from '../machine/rest-alarms.tsx';
import { standsOut } from '../machine/standing.ts';
import { Button } from '../parts/button.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { DeliveryPanel } from '../review/delivery-panel.tsx';
import { Figures } from '../review/figures.tsx';
import { Files } from '../review/files.tsx';
import { ActContext, useActing } from '../run/acting.ts';
import { RunHeader } from '../run/run-header.tsx';
import { useText } from '../text/text.ts';
import { TrendChart } from '../trend/trend-chart.tsx';
import './review.css';

export function ReviewScreen({ view, run }: { readonly view: ConsoleView; readonly run: RunView }) {
  const words = useText();
  const text = words.review;
  const [shows, setShows] = useState<'trend' | 'history' | 'delivery'>('trend');
  const [leaving, setLeaving] = useState(false);
  const leave = async () => {
    setLeaving(true);
    await withPeople(
      () => window.isotherm.invoke('newCase', null),
      (reply) => (reply.ok ? null : reply.why),
    ).catch(() => null);
    setLeaving(false);
  };
  const rescuing = useRescuing();
  const { act, notice } = useActing();
  const prominent = standsOut(view);
  const alarmCount = run.alarmSystem.history.length;
  const tabs = [
    ['trend', words.run.panel.trend],
    ['history', words.run.panel.alarms(alarmCount)],
    ['delivery', words.delivery.tab],
  ] as const;
  return (
    <ActContext value={act}>
      <main className="review-screen">
        <RunHeader view={view} run={run} />
        <RestAlarms view={view} onMore={() => setShows('history')} />
        <div className="review-top" data-machine={prominent}>
          <section className="review-outcome panel" data-outcome={run.outcome}>
            <h1>{run.outcome === null ? text.unknownOutcome : words.domain.outcome[run.outcome]}</h1>
            <MachineStrip view={view} />
            <p>
              {text.alarms(alarmCount)}
              <br />
              {text.draft}
            </p>
          </section>
          {prominent && <MachineWords view={view} notice={rescuing.notice ?? notice} />}
        </div>
        <div className="review-middle" data-machine={prominent}>
          <section className="review-trend panel">
            <div className="panel-bar">
              <Tabs views={tabs} shows={shows} onShow={setShows} />
            </div>
            <div className="panel-body">
              {shows === 'trend' && <TrendChart run={run} window="whole-run" />}
              {shows === 'history' && <AlarmHistory run={run} />}
              {shows === 'delivery' && <DeliveryPanel recordId={run.runId} />}
            </div>
          </section>
          <Figures run={run} />
          <Files files={run.files} />
          <Button
            look={prominent ? 'plain' : 'primary'}
            className="review-new-case"
            data-action="new-case"
            aria-disabled={leaving}
            title={text.newCase}
            caption={text.newCaseCaption}
            onClick={() => void leave()}
          />
          {prominent && <MachineBar view={view} rescuing={rescuing} />}
        </div>
      </main>
    </ActContext>
  );
}

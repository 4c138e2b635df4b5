/*
 * Ten seconds: the run is over, the circuit is off. The perfusionist reads whether it was completed, what the clocks
 * came to, what stays in the cavity, and where the report lies; then the next case.
 */
import { useState } from 'react';
import type { ConsoleView, ReviewView, RunView } from '../../electron/contract/view.ts';
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
import { SignPanel, useStatus } from '../review/sign-panel.tsx';
import { type Reviewing, useReview } from '../review/use-review.ts';
import { ActContext, useActing } from '../run/acting.ts';
import { RunHeader } from '../run/run-header.tsx';
import { useText } from '../text/text.ts';
import { TrendChart } from '../trend/trend-chart.tsx';
import './review.css';

export function ReviewScreen({ view, run }: { readonly view: ConsoleView; readonly run: RunView }) {
  const words = useText();
  const text = words.review;
  const [shows, setShows] = useState<'trend' | 'history' | 'sign' | 'delivery'>('trend');
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
    ['sign', words.signing.tab],
    ['delivery', words.delivery.tab],
  ] as const;
  const waits = run.files === null;
  const { reviewing, read, show } = useReview(run.runId, !waits);
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
              <State reviewing={reviewing} />
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
              {shows === 'sign' && (
                <SignPanel {...{ reviewing, waits }} onRead={() => void read()} onSaid={show} />
              )}
              {shows === 'delivery' && <DeliveryPanel recordId={run.runId} />}
            </div>
          </section>
          <Figures run={run} rig={view.rig} />
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

/** Whether somebody stands for the record yet. */
function State({ reviewing }: { readonly reviewing: Reviewing }) {
  const text = useText().signing;
  const isRead = reviewing !== null && reviewing !== 'no-answer' && reviewing.ok;
  return (
    <b className="review-state">{isRead ? <Status review={reviewing.review} /> : text.status.preliminary}</b>
  );
}

const Status = ({ review }: { readonly review: ReviewView }) => useStatus(review);

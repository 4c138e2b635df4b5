import { useState } from 'react';
import type { RigView, RunView } from '../../electron/contract/view.ts';
import { type Alarm, isTesting } from '../../electron/contract/words.ts';
import { AlarmHistory } from '../history/alarm-history.tsx';
import { Tabs } from '../parts/tabs.tsx';
import { useText } from '../text/text.ts';
import { TrendChart } from '../trend/trend-chart.tsx';
import type { WindowKind } from '../trend/window.ts';
import { AlarmList } from './alarm-list.tsx';
import { byCause, type Place } from './alarm-order.ts';
import { Dialogue } from './dialogues/dialogue.tsx';
import type { DialogueKind } from './dialogues/form.ts';
import { EventList } from './event-list.tsx';
import { FiguresPanel } from './figures-panel.tsx';
import { MapPanel } from './map-panel.tsx';
import { SelfTestLines } from './self-test-lines.tsx';
import './main-panel.css';

export type PanelView = 'trend' | 'map' | 'figures' | 'alarms' | 'history' | 'events';

interface MainPanelProps {
  readonly run: RunView;
  readonly rig: RigView;
  /** The most urgent present alarm at each figure. */
  readonly alarms: ReadonlyMap<Place, Alarm>;
  readonly shows: PanelView;
  readonly onShow: (view: PanelView) => void;
  readonly dialogue: DialogueKind | null;
  readonly onAsk: (kind: DialogueKind | null) => void;
  readonly notice: string | null;
  readonly onDismiss: () => void;
}

/** What is recorded at any moment, and what its button says. */
const records = [
  ['record-drug', 'drug'],
  ['record-fluid', 'fluid'],
  ['record-reading', 'reading'],
  ['record-vital', 'vital'],
  ['record-note', 'note'],
] as const;

/** What has been drained is weighed before the run is completed. */
const isToMeasure = ({ phase, balance }: RunView): boolean =>
  phase === 'disconnect' && balance.drainMeasuredMl === null;

/** The large field: the trend (the self-test while it runs), the map, figures, alarms, events; dialogues lie over it alone. */
export function MainPanel(props: MainPanelProps) {
  const { run, rig, alarms, shows, onShow, dialogue, onAsk, notice, onDismiss } = props;
  const { run: words, history, records: kept } = useText();
  const text = words.panel;
  const [window, setWindow] = useState<WindowKind>('whole-run');
  const tests = isTesting(run.phase);
  const tabs: readonly (readonly [PanelView, string])[] = [
    ['trend', tests ? (run.phase === 'self-test' ? text.selfTest : text.machineTest) : text.trend],
    ['map', text.map],
    ['figures', text.figures],
    ['alarms', text.alarms(byCause(run.alarms).length)],
    ['history', history.tab],
    ['events', text.events],
  ];
  return (
    <section className="main-panel panel">
      <div className="panel-bar">
        <Tabs views={tabs} shows={shows} onShow={onShow} />
        {shows === 'trend' && !tests && (
          <button
            type="button"
            className="segment panel-window"
            aria-pressed={window === 'last-10-min'}
            onClick={() => setWindow(window === 'last-10-min' ? 'whole-run' : 'last-10-min')}
          >
            {text.lastTenMinutes}
          </button>
        )}
        <span className="panel-bar-space" />
        <div className="segments">
          {records.map(([record, name]) => (
            <button
              key={record}
              type="button"
              className="segment"
              aria-label={text[name]}
              data-action={record}
              data-due={record === 'record-reading' ? run.coreByHand.due || isToMeasure(run) : undefined}
              data-waits={record === 'record-vital' ? run.vitals.some(({ due }) => due) : undefined}
              onClick={() => onAsk(record)}
            >
              <RecordName name={text[name]} />
            </button>
          ))}
          <button
            type="button"
            className="segment"
            aria-label={kept.more.title}
            data-action="more"
            onClick={() => onAsk('more')}
          >
            …
          </button>
        </div>
      </div>
      <div className="panel-body">
        {shows === 'map' && <MapPanel run={run} alarms={alarms} />}
        {shows === 'figures' && <FiguresPanel run={run} rig={rig} onAsk={onAsk} />}
        {shows === 'alarms' && (
          <AlarmList
            alarms={run.alarms}
            system={run.alarmSystem}
            placement={run.case}
            onChangeTarget={run.plan.target.mayChange ? () => onAsk('change-target') : null}
          />
        )}
        {shows === 'history' && <AlarmHistory run={run} />}
        {shows === 'events' && <EventList run={run} />}
        {shows === 'trend' &&
          (tests ? <SelfTestLines run={run} /> : <TrendChart run={run} window={window} />)}
      </div>
      {dialogue !== null && (
        <Dialogue key={dialogue} kind={dialogue} run={run} onClose={() => onAsk(null)} onAsk={onAsk} />
      )}
      {notice !== null && (
        <p className="notice" role="status">
          <span>{notice}</span>
          <button type="button" className="segment" onClick={onDismiss}>
            {text.close}
          </button>
        </p>
      )}
    </section>
  );
}

/** The sign before a name gives way where the line is short. */
function RecordName({ name }: { readonly name: string }) {
  const [sign, ...rest] = name.split(' ');
  if (rest.length === 0) return name;
  return (
    <>
      <span className="segment-sign">{sign} </span>
      {rest.join(' ')}
    </>
  );
}

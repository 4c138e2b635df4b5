import { useState } from 'react';
import type { RunView } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';
import { TrendChart } from '../trend/trend-chart.tsx';
import type { WindowKind } from '../trend/window.ts';
import { AlarmList } from './alarm-list.tsx';
import { Dialogue } from './dialogue.tsx';
import type { DialogueKind } from './dialogue-form.ts';
import { EventList } from './event-list.tsx';
import { SelfTestLines } from './self-test-lines.tsx';
import './main-panel.css';

export type PanelView = 'trend' | 'alarms' | 'events';

interface MainPanelProps {
  readonly run: RunView;
  readonly shows: PanelView;
  readonly onShow: (view: PanelView) => void;
  readonly dialogue: DialogueKind | null;
  readonly onAsk: (kind: DialogueKind | null) => void;
  readonly notice: string | null;
  readonly onDismiss: () => void;
}

/** The large field: the trend (the self-test while it runs), alarms, events; dialogues lie over it alone. */
export function MainPanel(props: MainPanelProps) {
  const { run, shows, onShow, dialogue, onAsk, notice, onDismiss } = props;
  const words = useText().run;
  const text = words.panel;
  const [window, setWindow] = useState<WindowKind>('whole-run');
  const tabs: readonly (readonly [PanelView, string])[] = [
    ['trend', run.phase === 'self-test' ? text.selfTest : text.trend],
    ['alarms', text.alarms(run.alarms.length)],
    ['events', text.events],
  ];
  const windows = [
    ['whole-run', text.wholeRun],
    ['last-10-min', text.lastTenMinutes],
  ] as const;
  return (
    <section className="main-panel panel">
      <div className="panel-bar">
        <div className="segments" role="tablist">
          {tabs.map(([view, name]) => (
            <button
              key={view}
              type="button"
              role="tab"
              className="segment"
              data-view={view}
              aria-selected={shows === view}
              onClick={() => onShow(view)}
            >
              {name}
            </button>
          ))}
        </div>
        {shows === 'trend' && run.phase !== 'self-test' && (
          <div className="segments">
            {windows.map(([kind, name]) => (
              <button
                key={kind}
                type="button"
                className="segment"
                aria-pressed={window === kind}
                onClick={() => setWindow(kind)}
              >
                {name}
              </button>
            ))}
          </div>
        )}
        <span className="panel-bar-space" />
        <div className="segments">
          <button
            type="button"
            className="segment"
            data-action="record-drug"
            onClick={() => onAsk('record-drug')}
          >
            {text.drug}
          </button>
          <button
            type="button"
            className="segment"
            data-action="record-note"
            onClick={() => onAsk('record-note')}
          >
            {text.note}
          </button>
        </div>
      </div>
      <div className="panel-body">
        {shows === 'alarms' && <AlarmList run={run} />}
        {shows === 'events' && <EventList run={run} />}
        {shows === 'trend' &&
          (run.phase === 'self-test' ? (
            <SelfTestLines run={run} />
          ) : (
            <TrendChart run={run} window={window} />
          ))}
      </div>
      {dialogue !== null && <Dialogue key={dialogue} kind={dialogue} run={run} onClose={() => onAsk(null)} />}
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

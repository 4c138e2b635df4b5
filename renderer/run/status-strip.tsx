import type { ReactNode } from 'react';
import type { RunView } from '../../electron/contract/view.ts';
import { type Text, useText } from '../text/text.ts';
import { AlarmBanner } from './alarm-banner.tsx';
import { AlarmChips } from './alarm-chips.tsx';
import { byCause } from './alarm-order.ts';
import { AudioButton } from './audio-button.tsx';
import { type ShownEstimate, useShown } from './heat-up.ts';
import { mayShrink, useOpened } from './lasting.ts';
import { nextAddition } from './next-addition.ts';
import './status-strip.css';

interface StatusStripProps {
  readonly run: RunView;
  readonly stale: boolean;
  readonly onMore: () => void;
  readonly onChangeTarget: () => void;
}

/**
 * What goes on while all is calm, the alarm banner when it is not: the same place, the same height. What everybody has
 * been told of and lasts stands beside what goes on, as marks.
 */
export function StatusStrip({ run, stale, onMore, onChangeTarget }: StatusStripProps) {
  const causes = byCause(run.alarms);
  const [opened, open] = useOpened(causes);
  const [first, ...others] = causes.map(({ alarm }) => alarm);
  if (first === undefined) return <Advice run={run} stale={stale} beside={<NoAlarm run={run} />} />;
  if (mayShrink(causes, run) && !opened) {
    const chips = <AlarmChips alarms={[first, ...others]} onOpen={open} onMore={onMore} />;
    return <Advice run={run} stale={stale} beside={chips} />;
  }
  return (
    <AlarmBanner
      alarm={first}
      others={others}
      placement={run.case}
      system={run.alarmSystem}
      onMore={onMore}
      onChangeTarget={run.plan.target.mayChange ? onChangeTarget : null}
    />
  );
}

function Advice({
  run,
  stale,
  beside,
}: {
  readonly run: RunView;
  readonly stale: boolean;
  readonly beside: ReactNode;
}) {
  const text = useText();
  const [now, next] = said(run, useShown(run.estimate), text);
  return (
    <section className="status-strip panel">
      <div className="advice">
        <p className="advice-now" aria-live="polite" data-long={now.length > 56}>
          {stale ? text.run.status.stale : now}
        </p>
        {next !== null && !stale && <p className="advice-next">{next}</p>}
      </div>
      <AudioButton sound={run.alarmSystem.sound} />
      {beside}
    </section>
  );
}

function NoAlarm({ run }: { readonly run: RunView }) {
  const text = useText();
  const last = run.events.findLast(({ event }) => event.type === 'alarm-raised');
  return (
    <p className="no-alarm">
      {text.run.status.noAlarm}
      <br />
      {last?.event.type === 'alarm-raised'
        ? text.run.status.lastAlarm(last.wallMs, text.domain.alarm[last.event.alarm.code].name)
        : text.run.status.noneYet}
    </p>
  );
}

/** What goes on and what comes next; heating up towards what cannot be reached, that and what would help. */
function said(run: RunView, shown: ShownEstimate, text: Text): readonly [string, string | null] {
  const { now, next } = run.advice;
  if (shown.state === 'unreachable' && now.key.startsWith('heating-up')) {
    const { likely, low, high } = shown.reachCelsius;
    const flow = run.setFlow.mlPerMin;
    return [
      text.run.status.outOfReach(run.control.targetCelsius, flow, likely, low, high),
      text.run.status.whatHelps(shown.helpfulFlowMlPerMin, shown.limitedBy),
    ];
  }
  const said = text.advice[now.key](run, now.values);
  const then = next === null ? null : text.advice[next.key](run, next.values);
  return now.key === 'holding' || now.key === 'dwelling' ? withAddition(run, text, said, then) : [said, then];
}

/** Which drug is due, and of how many; `null`: none is. */
function dueNow({ additions }: RunView, text: Text): string | null {
  const index = nextAddition(additions);
  const addition = index === null ? undefined : additions[index];
  if (index === null || addition === undefined || addition.state === 'ahead') return null;
  return text.run.additions.isDue(index, additions.length, addition.label);
}

/** While all is well a planned addition is what goes on once it is due, and what comes next before that. */
function withAddition(
  run: RunView,
  text: Text,
  now: string,
  then: string | null,
): readonly [string, string | null] {
  const due = dueNow(run, text);
  if (due !== null) return [due, then];
  const { additions } = run;
  const index = nextAddition(additions);
  const addition = index === null ? undefined : additions[index];
  if (index === null || addition === undefined) return [now, then];
  return [now, text.run.additions.next(index, additions.length, addition, then)];
}

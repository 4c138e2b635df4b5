import type { RunView } from '../../electron/contract/view.ts';
import { useText } from '../text/text.ts';
import { AlarmBanner } from './alarm-banner.tsx';
import { inOrder } from './alarm-order.ts';
import './status-strip.css';

/** What goes on while all is calm, the alarm banner when it is not: the same place, the same height. */
export function StatusStrip({
  run,
  stale,
  onMore,
}: {
  readonly run: RunView;
  readonly stale: boolean;
  readonly onMore: () => void;
}) {
  const [first, ...others] = inOrder(run.alarms);
  if (first === undefined) return <Advice run={run} stale={stale} />;
  return <AlarmBanner alarm={first} others={others} placement={run.case} onMore={onMore} />;
}

function Advice({ run, stale }: { readonly run: RunView; readonly stale: boolean }) {
  const text = useText();
  const { now, next } = run.advice;
  const last = run.events.findLast(({ event }) => event.type === 'alarm-raised');
  return (
    <section className="status-strip panel">
      <div className="advice">
        <p className="advice-now" aria-live="polite">
          {stale ? text.run.status.stale : text.advice[now.key](run, now.values)}
        </p>
        {next !== null && !stale && <p className="advice-next">{text.advice[next.key](run, next.values)}</p>}
      </div>
      <p className="no-alarm">
        {text.run.status.noAlarm}
        <br />
        {last?.event.type === 'alarm-raised'
          ? text.run.status.lastAlarm(last.wallMs, text.domain.alarm[last.event.alarm.code].name)
          : text.run.status.noneYet}
      </p>
    </section>
  );
}

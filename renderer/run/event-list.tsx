import { eventActor } from '../../electron/contract/text.ts';
import type { RunView } from '../../electron/contract/view.ts';
import { minutesSeconds, wallTimeSeconds } from '../text/format.ts';
import { useText } from '../text/text.ts';
import './event-list.css';

/** What happened, newest first. An event not yet on disk says that it is being written. */
export function EventList({ run }: { readonly run: RunView }) {
  const text = useText();
  const placement = { ...run.case, vitalSigns: run.lists.vitalSigns };
  if (run.events.length === 0) return <p className="list-empty">{text.run.panel.noEvents}</p>;
  return (
    <ol className="list event-list">
      {[...run.events].reverse().map(({ seq, wallMs, sessionMs, event }) => (
        <li key={seq} data-durable={seq <= run.durableSeq}>
          <span>{wallTimeSeconds(wallMs)}</span>
          <span className="event-run-time">{minutesSeconds(sessionMs / 1000)}</span>
          <span className="event-line">{text.domain.eventLine(event, placement)}</span>
          <span>{seq <= run.durableSeq ? eventActor(text.domain, event) : text.run.panel.writing}</span>
        </li>
      ))}
    </ol>
  );
}

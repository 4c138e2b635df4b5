import { useMemo, useState } from 'react';
import type { Placement } from '../../electron/contract/text.ts';
import type { RunView } from '../../electron/contract/view.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { FilterBar } from './filter-bar.tsx';
import { HistoryRow } from './history-row.tsx';
import { noFilter, type Occurrence, occurrences, passes } from './occurrences.ts';
import './alarm-history.css';

/** What has alarmed in this run, newest first; what is over stays in the list. */
export function AlarmHistory({ run }: { readonly run: RunView }) {
  const { history: text } = useText();
  const [filter, setFilter] = useState(noFilter);
  // Every push brings new objects: rows are drawn again only when what they say has changed.
  const allKey = JSON.stringify(occurrences(run));
  const all = useMemo(() => JSON.parse(allKey) as Occurrence[], [allKey]);
  const placementKey = JSON.stringify({ probeSites: run.case.probeSites, coreSite: run.case.coreSite });
  const placement = useMemo(() => JSON.parse(placementKey) as Placement, [placementKey]);
  if (all.length === 0) return <p className="list-empty">{text.none}</p>;
  const found = all.filter(passes(filter));
  return (
    <div className="alarm-history">
      <FilterBar all={all} filter={filter} onChange={setFilter} />
      {found.length === 0 && (
        <div className="list-empty">
          <p>{text.nothingLike(all.length)}</p>
          <Button title={text.showAll} data-action="show-all" onClick={() => setFilter(noFilter)} />
        </div>
      )}
      <ol className="history-rows">
        {found.map((occurrence) => (
          <HistoryRow
            key={occurrence.alarm.id}
            occurrence={occurrence}
            placement={placement}
            raisedWallMs={run.startedWallMs + occurrence.alarm.raisedMs / run.timeScale}
            lastedSeconds={Math.floor(lastedMs(occurrence, run) / 1000)}
            ended={run.outcome !== null}
          />
        ))}
      </ol>
    </div>
  );
}

const lastedMs = ({ alarm }: Occurrence, { sessionSeconds }: RunView): number =>
  Math.max(0, (alarm.clearedMs ?? sessionSeconds * 1000) - alarm.raisedMs);

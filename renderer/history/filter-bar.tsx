import { type AlarmKind, priorities } from '../../electron/contract/words.ts';
import { PriorityMark } from '../parts/priority-mark.tsx';
import '../parts/tabs.css';
import { useText } from '../text/text.ts';
import { countWith, type HistoryFilter, type Occurrence } from './occurrences.ts';

const mostUrgentFirst = [...priorities].reverse();
const kinds: readonly AlarmKind[] = ['physiological', 'technical'];

interface FilterBarProps {
  readonly all: readonly Occurrence[];
  readonly filter: HistoryFilter;
  readonly onChange: (filter: HistoryFilter) => void;
}

/** Buttons that say how many there are behind each of them, the others being as they are. */
export function FilterBar({ all, filter, onChange }: FilterBarProps) {
  const { history: text, domain } = useText();
  const set = (changes: Partial<HistoryFilter>) => onChange({ ...filter, ...changes });
  const count = (changes: Partial<HistoryFilter>) => countWith(all, filter, changes);
  return (
    <div className="history-filter">
      <div className="segments">
        <button
          type="button"
          className="segment"
          data-filter="all"
          aria-pressed={filter.priority === null}
          onClick={() => set({ priority: null })}
        >
          {text.all} {count({ priority: null })}
        </button>
        {mostUrgentFirst.map((priority) => (
          <button
            key={priority}
            type="button"
            className="segment"
            data-filter={priority}
            aria-label={`${domain.priority[priority]} ${count({ priority })}`}
            aria-pressed={filter.priority === priority}
            onClick={() => set({ priority: filter.priority === priority ? null : priority })}
          >
            <PriorityMark priority={priority} acknowledged size="small" /> {count({ priority })}
          </button>
        ))}
      </div>
      <div className="segments">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className="segment"
            data-filter={kind}
            aria-pressed={filter.kind === kind}
            onClick={() => set({ kind: filter.kind === kind ? null : kind })}
          >
            {domain.alarmKind[kind]} {count({ kind })}
          </button>
        ))}
      </div>
      <div className="segments">
        <button
          type="button"
          className="segment"
          data-filter="on"
          aria-pressed={filter.onlyOn}
          onClick={() => set({ onlyOn: !filter.onlyOn })}
        >
          {text.stillOn} {count({ onlyOn: true })}
        </button>
      </div>
    </div>
  );
}

import type { ReactNode } from 'react';
import { alarmKinds, priorities } from '../../electron/contract/words.ts';
import { PriorityMark } from '../parts/priority-mark.tsx';
import '../parts/tabs.css';
import { useText } from '../text/text.ts';
import { countWith, type HistoryFilter, type Occurrence } from './occurrences.ts';

const mostUrgentFirst = [...priorities].reverse();

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
        <Filter name="all" pressed={filter.priority === null} onPress={() => set({ priority: null })}>
          {text.all} {count({ priority: null })}
        </Filter>
        {mostUrgentFirst.map((priority) => (
          <Filter
            key={priority}
            name={priority}
            label={`${domain.priority[priority]} ${count({ priority })}`}
            pressed={filter.priority === priority}
            onPress={() => set({ priority: filter.priority === priority ? null : priority })}
          >
            <PriorityMark priority={priority} acknowledged size="small" /> {count({ priority })}
          </Filter>
        ))}
      </div>
      <div className="segments">
        {alarmKinds.map((kind) => (
          <Filter
            key={kind}
            name={kind}
            pressed={filter.kind === kind}
            onPress={() => set({ kind: filter.kind === kind ? null : kind })}
          >
            {domain.alarmKind[kind]} {count({ kind })}
          </Filter>
        ))}
      </div>
      <div className="segments">
        <Filter name="on" pressed={filter.onlyOn} onPress={() => set({ onlyOn: !filter.onlyOn })}>
          {text.stillOn} {count({ onlyOn: true })}
        </Filter>
      </div>
    </div>
  );
}

interface FilterProps {
  readonly name: string;
  /** Where a mark says it to the eye only. */
  readonly label?: string;
  readonly pressed: boolean;
  readonly onPress: () => void;
  readonly children: ReactNode;
}

function Filter({ name, label, pressed, onPress, children }: FilterProps) {
  return (
    <button
      type="button"
      className="segment"
      data-filter={name}
      aria-label={label}
      aria-pressed={pressed}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

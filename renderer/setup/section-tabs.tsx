import { useText } from '../text/text.ts';
import type { Problem, Section } from './finder.ts';
import './section-tabs.css';

export const sections = [
  'patient',
  'treatment',
  'protocol',
  'drugs',
  'placement',
  'checks',
] as const satisfies readonly Section[];

interface SectionTabsProps {
  readonly section: Section;
  readonly problems: readonly Problem[];
  readonly onChoose: (section: Section) => void;
}

/** The sections of the form, each with what is still to do in it. */
export function SectionTabs({ section, problems, onChoose }: SectionTabsProps) {
  const text = useText().setup.setup;
  return (
    <nav className="section-tabs">
      {sections.map((one) => {
        const open = problems.filter((problem) => problem.section === one).length;
        return (
          <button
            key={one}
            type="button"
            className="section-tab"
            data-section={one}
            data-done={open === 0}
            aria-current={one === section ? 'page' : undefined}
            onClick={() => onChoose(one)}
          >
            <b>{text.sections[one]}</b>
            <span>{open === 0 ? text.sectionDone : text.sectionOpen(open)}</span>
          </button>
        );
      })}
    </nav>
  );
}

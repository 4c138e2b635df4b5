/*
 * Ten seconds: between two cases, gloves on, the perfusionist goes through four sections, sees at their names which
 * is complete, and at the button what is still missing; nothing that was typed is lost by looking elsewhere.
 */
import { useState } from 'react';
import type { ConsoleView } from '../../electron/contract/view.ts';
import { LanguageButton } from '../parts/language-button.tsx';
import { ThemeButton } from '../parts/theme-button.tsx';
import { ChecksSection } from '../setup/checks-section.tsx';
import { newDraft } from '../setup/draft.ts';
import { type Form, FormContext } from '../setup/field.tsx';
import { PatientSection } from '../setup/patient-section.tsx';
import { chosen } from '../setup/preset-form.ts';
import { type Field, problems as findProblems, type Section } from '../setup/problems.ts';
import { ProtocolSection } from '../setup/protocol-section.tsx';
import { RigPanel } from '../setup/rig-panel.tsx';
import { SectionTabs } from '../setup/section-tabs.tsx';
import { StartPanel } from '../setup/start-panel.tsx';
import { TeamSection } from '../setup/team-section.tsx';
import { wallTime } from '../text/format.ts';
import { useText } from '../text/text.ts';
import './setup.css';

export function SetupScreen({ view }: { readonly view: ConsoleView }) {
  const words = useText();
  const text = words.setup;
  const [draft, setDraft] = useState(() => newDraft(view.setup));
  const [touched, setTouched] = useState<ReadonlySet<Field>>(new Set());
  const [section, setSection] = useState<Section>('patient');
  const problems = findProblems(draft, view, words);
  const protocol = chosen(view.setup, draft, view.rig.identity);
  const form: Form = {
    draft,
    problems,
    touched,
    change: (changes) => setDraft((now) => ({ ...now, ...changes })),
    touch: (field) => setTouched((now) => new Set(now).add(field)),
  };
  const leave = (to: Section) => {
    const here = problems.filter((problem) => problem.section === section).map(({ field }) => field);
    setTouched((now) => new Set([...now, ...here]));
    setSection(to);
  };
  return (
    <FormContext value={form}>
      <main className="setup-screen">
        <header className="run-header">
          <strong>{text.setup.product}</strong>
          <span>{text.setup.version(view.consoleVersion)}</span>
          <span>{text.setup.notCleared}</span>
          <span className="run-header-space" />
          <ThemeButton />
          <LanguageButton />
          <strong className="run-clock">{wallTime(view.wallMs)}</strong>
        </header>
        <SectionTabs section={section} problems={problems} onChoose={leave} />
        <section className="setup-form panel" data-section={section}>
          {section === 'patient' && <PatientSection />}
          {section === 'team' && <TeamSection />}
          {section === 'checks' && <ChecksSection />}
          {section === 'protocol' && <ProtocolSection setup={view.setup} chosen={protocol} />}
        </section>
        <aside className="setup-side">
          <RigPanel rig={view.rig} />
          <StartPanel draft={draft} chosen={protocol} problems={problems} section={section} onGo={leave} />
        </aside>
      </main>
    </FormContext>
  );
}

/*
 * Ten seconds: between two cases, gloves on, the perfusionist goes through four sections, sees at their names which
 * is complete, and at the button what is still missing; nothing that was typed is lost by looking elsewhere.
 */
import { useState } from 'react';
import type { ConsoleView } from '../../electron/contract/view.ts';
import { AtRestList } from '../machine/at-rest-list.tsx';
import { FluidCard } from '../machine/fluid-card.tsx';
import { MachineBar } from '../machine/machine-bar.tsx';
import { MachineWords } from '../machine/machine-words.tsx';
import { useRescuing } from '../machine/rescuing.ts';
import { RestAlarms } from '../machine/rest-alarms.tsx';
import { standsOut } from '../machine/standing.ts';
import { ActContext, useActing } from '../run/acting.ts';
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
import { useText } from '../text/text.ts';
import { ProductHeader } from './product-header.tsx';
import './setup.css';

export function SetupScreen({ view }: { readonly view: ConsoleView }) {
  const words = useText();
  const [draft, setDraft] = useState(() => newDraft(view.setup));
  const [touched, setTouched] = useState<ReadonlySet<Field>>(new Set());
  const [section, setSection] = useState<Section>('patient');
  /** The alarms lie over the form. */
  const [listed, setListed] = useState(false);
  const by = draft.perfusionist.trim();
  const rescuing = useRescuing(by);
  const { act, notice } = useActing(by === '' ? words.core.nobody : by);
  const prominent = standsOut(view);
  const brief = prominent || view.fluid !== null;
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
    setListed(false);
  };
  return (
    <ActContext value={act}>
      <FormContext value={form}>
        <main className="setup-screen">
          <ProductHeader view={view} />
          <RestAlarms view={view} onMore={() => setListed(!listed)} />
          {prominent && <MachineWords view={view} notice={rescuing.notice ?? notice} />}
          {view.fluid !== null && (
            <FluidCard
              view={view}
              memory={view.fluid}
              rescuing={rescuing}
              perfusionist={draft.perfusionist}
            />
          )}
          <SectionTabs section={section} problems={problems} onChoose={leave} />
          <div className="setup-middle">
            <div className="setup-main">
              {listed ? (
                <AtRestList view={view} />
              ) : (
                <section className="setup-form panel" data-section={section}>
                  {section === 'patient' && <PatientSection formula={view.setup.site.bodySurfaceFormula} />}
                  {section === 'team' && <TeamSection />}
                  {section === 'checks' && <ChecksSection />}
                  {section === 'protocol' && <ProtocolSection setup={view.setup} chosen={protocol} />}
                </section>
              )}
              {prominent && <MachineBar view={view} rescuing={rescuing} />}
            </div>
            <aside className="setup-side">
              <RigPanel view={view} brief={brief} />
              <StartPanel
                brief={brief}
                draft={draft}
                chosen={protocol}
                problems={problems}
                section={section}
                onGo={leave}
              />
            </aside>
          </div>
        </main>
      </FormContext>
    </ActContext>
  );
}

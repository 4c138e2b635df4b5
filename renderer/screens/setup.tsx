/*
 * Ten seconds: between two cases, gloves on, the perfusionist goes through six sections, sees at their names which
 * is complete, and at the button what is still missing; nothing that was typed is lost by looking elsewhere.
 */
import { useEffect, useState } from 'react';
import type { ConsoleView } from '../../electron/contract/view.ts';
import { AtRestList } from '../machine/at-rest-list.tsx';
import { FluidCard } from '../machine/fluid-card.tsx';
import { MachineBar } from '../machine/machine-bar.tsx';
import { MachineWords } from '../machine/machine-words.tsx';
import { useRescuing } from '../machine/rescuing.ts';
import { RestAlarms } from '../machine/rest-alarms.tsx';
import { standsOut } from '../machine/standing.ts';
import { goInto } from '../parts/keep-focus.ts';
import { Scrolled } from '../parts/scrolled.tsx';
import { ActContext, useActing } from '../run/acting.ts';
import { Arrivals } from '../setup/arrivals.tsx';
import { ChecksSection } from '../setup/checks-section.tsx';
import { DrugsSection } from '../setup/drugs-section.tsx';
import type { Field, Section } from '../setup/finder.ts';
import { type Form, FormContext } from '../setup/form-context.ts';
import { useKeptDraft } from '../setup/kept-draft.ts';
import { PatientSection } from '../setup/patient-section.tsx';
import { PlacementSection } from '../setup/placement-section.tsx';
import { chosen } from '../setup/preset-form.ts';
import { problems as findProblems } from '../setup/problems.ts';
import { ProtocolSection } from '../setup/protocol-section.tsx';
import { RigPanel } from '../setup/rig-panel.tsx';
import { SectionTabs } from '../setup/section-tabs.tsx';
import { StartPanel } from '../setup/start-panel.tsx';
import { TreatmentSection } from '../setup/treatment-section.tsx';
import { useSound } from '../sound/trial.ts';
import { useText } from '../text/text.ts';
import { ProductHeader } from './product-header.tsx';
import './setup.css';

export function SetupScreen({ view }: { readonly view: ConsoleView }) {
  const { draft, change } = useKeptDraft(view.setup);
  const { waiting } = useText();
  if (draft === null) return <p className="waiting">{waiting.connecting}</p>;
  return <SetupForm view={view} draft={draft} change={change} />;
}

interface SetupFormProps extends Pick<Form, 'draft' | 'change'> {
  readonly view: ConsoleView;
}

function SetupForm({ view, draft, change }: SetupFormProps) {
  const words = useText();
  useOperator(view, draft, change);
  const [touched, setTouched] = useState<ReadonlySet<Field>>(new Set());
  const [section, setSection] = useState<Section>('patient');
  /** The alarms lie over the form. */
  const [listed, setListed] = useState(false);
  const rescuing = useRescuing();
  const { act, notice } = useActing();
  const prominent = standsOut(view);
  const brief = prominent || view.fluid !== null;
  const { audio } = useSound();
  const problems = findProblems(draft, { ...view, audio }, words);
  const protocol = chosen(view.setup, draft, view.rig.identity);
  const form: Form = {
    draft,
    problems,
    touched,
    change,
    touch: (field) => setTouched((now) => new Set(now).add(field)),
    site: view.setup.site,
  };
  const leave = (to: Section) => {
    const here = problems.filter((problem) => problem.section === section).map(({ field }) => field);
    setTouched((now) => new Set([...now, ...here]));
    setSection(to);
    setListed(false);
    // By keyboard the way goes on in the section, and not round the whole screen.
    requestAnimationFrame(() => goInto('.setup-form'));
  };
  return (
    <ActContext value={act}>
      <FormContext value={form}>
        <main className="setup-screen">
          <ProductHeader view={view} />
          <RestAlarms view={view} onMore={() => setListed(!listed)} />
          {prominent && <MachineWords view={view} notice={rescuing.notice ?? notice} />}
          {view.fluid !== null && <FluidCard view={view} memory={view.fluid} rescuing={rescuing} />}
          <SectionTabs section={section} problems={problems} onChoose={leave} />
          <div className="setup-middle">
            <div className="setup-main">
              {listed ? (
                <AtRestList view={view} />
              ) : (
                <Scrolled key={section} className="setup-form panel" data-section={section}>
                  {draft.recalledSession !== null && (
                    <p className="recalled-note">{words.setup.form.recalled(draft.recalledSession)}</p>
                  )}
                  {section === 'patient' && (
                    <>
                      <Arrivals view={view} draft={draft} change={change} />
                      <PatientSection />
                    </>
                  )}
                  {section === 'treatment' && <TreatmentSection />}
                  {section === 'protocol' && <ProtocolSection setup={view.setup} chosen={protocol} />}
                  {section === 'drugs' && <DrugsSection chosen={protocol} />}
                  {section === 'placement' && <PlacementSection machine={view.machine} />}
                  {section === 'checks' && <ChecksSection />}
                </Scrolled>
              )}
              {prominent && <MachineBar view={view} rescuing={rescuing} />}
            </div>
            <aside className="setup-side">
              {/* What is checked before the start needs the room. */}
              <RigPanel view={view} brief={brief || problems.length === 0} />
              <StartPanel
                brief={brief}
                draft={draft}
                access={view.access}
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

/** Whoever is signed in and runs treatments is who does; typed over, it stays as typed. */
function useOperator({ access }: ConsoleView, { perfusionist }: Form['draft'], change: Form['change']): void {
  const name = access.signedIn?.role === 'perfusionist' ? access.signedIn.name : '';
  useEffect(() => {
    if (name !== '' && perfusionist === '') change({ perfusionist: name });
  }, [name, perfusionist, change]);
}

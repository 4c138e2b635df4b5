/* Where a case comes from, before a screen holds it: drawn one by one, as `#name` asks. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-sc';
import '../../../renderer/theme.css';
import '../../../renderer/screens/setup.css';
import '../../../renderer/setup/field.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { useAsking } from '../../../renderer/access/asking.ts';
import { showPreferences } from '../../../renderer/preferences.ts';
import { RecallPanel } from '../../../renderer/setup/recall-panel.tsx';
import { useWorklist } from '../../../renderer/setup/use-worklist.ts';
import { WaitingPanel } from '../../../renderer/setup/waiting-panel.tsx';
import { WristbandField } from '../../../renderer/setup/wristband-field.tsx';
import { type ArrivalSample, arrivalSamples, nobody } from './samples.ts';

const chosen: unknown[] = [];
Object.assign(window, { chosen, prompt: () => useAsking.getState().prompt });
const onChoose = (one: unknown) => void chosen.push(one);

function Asked() {
  const [revision, setRevision] = useState(1);
  Object.assign(window, { listIsAnother: () => setRevision((before) => before + 1) });
  const reply = useWorklist({ worklistRevision: revision, access: nobody });
  return <WaitingPanel {...{ reply, onChoose }} />;
}

function Scanned() {
  const [number, setNumber] = useState('0012345');
  Object.assign(window, { typeNumber: setNumber });
  return (
    <div className="form-grid two">
      <WristbandField identifiers={[{ value: number, issuer: '' }]} />
    </div>
  );
}

function Shown({ sample }: { readonly sample: ArrivalSample }) {
  switch (sample.kind) {
    case 'waiting':
      return <WaitingPanel reply={sample.reply} onChoose={onChoose} />;
    case 'asked':
      return <Asked />;
    case 'recall':
      return <RecallPanel signedInId={null} hospitalNumber={sample.query} onChoose={onChoose} />;
    case 'wristband':
      return <Scanned />;
  }
}

const element = document.getElementById('root');
if (element === null) throw new Error('the page has no root');
const root = createRoot(element);

function show(): void {
  const name = location.hash.slice(1);
  const sample = arrivalSamples[name];
  if (sample === undefined) throw new Error(`no sample ${name}`);
  root.render(
    <main className="setup-screen" key={name} data-sample={name}>
      <div className="setup-middle">
        <div className="setup-main">
          <div className="setup-form panel">
            <Shown sample={sample} />
          </div>
        </div>
        <div className="panel" />
      </div>
    </main>,
  );
}

showPreferences();
show();
addEventListener('hashchange', show);

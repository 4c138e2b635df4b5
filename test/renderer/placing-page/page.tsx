/* The parts of the set-up and the run screen that no screen holds alone: drawn one by one, as `#name` asks. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-sc';
import '../../../renderer/theme.css';
import '../../../renderer/screens/setup.css';
import '../../../renderer/setup/field.css';
import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { Catheter } from '../../../electron/domain/places.ts';
import type { BodyMapProps } from '../../../renderer/parts/body-map.tsx';
import { CompactMap } from '../../../renderer/parts/compact-map.tsx';
import { showPreferences } from '../../../renderer/preferences.ts';
import { CatheterEditor } from '../../../renderer/setup/catheter-editor.tsx';
import { catheterProblems } from '../../../renderer/setup/catheter-problems.ts';
import { ProbeCheckPanel } from '../../../renderer/setup/probe-check-panel.tsx';
import { maps, now, type PlacingSample, placingSamples } from './samples.ts';

const nothing = () => {};

function Editor({ catheters, ...map }: BodyMapProps) {
  const [value, setValue] = useState<readonly Catheter[]>(catheters);
  Object.assign(window, { entered: value });
  return <CatheterEditor {...map} value={value} onChange={setValue} problems={catheterProblems(value)} />;
}

function Shown({ sample }: { readonly sample: PlacingSample }) {
  switch (sample.kind) {
    case 'editor':
      return <Editor {...sample.map} />;
    case 'compact':
      return (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '1rem' }}>
          {Object.entries(maps).map(([name, map]) => (
            <div key={name} className="panel" style={{ width: '24rem', height: '16rem', padding: '0.5rem' }}>
              <CompactMap {...map} now={now} />
            </div>
          ))}
        </div>
      );
    case 'check':
      return <ProbeCheckPanel {...sample.panel} onStart={nothing} onEnd={nothing} />;
  }
}

const element = document.getElementById('root');
if (element === null) throw new Error('the page has no root');
const root = createRoot(element);

function show(): void {
  const name = location.hash.slice(1);
  const sample = placingSamples[name];
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

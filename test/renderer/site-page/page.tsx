/* The rules of the site over a screen that has nothing else: head, an alarm where one is asked for, machine bar. */
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-sc';
import '../../../renderer/theme.css';
import '../../../renderer/screens/setup.css';
import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { ConsoleView } from '../../../electron/contract/view.ts';
import { AccessLayer } from '../../../renderer/access/access-layer.tsx';
import { showPreferences } from '../../../renderer/preferences.ts';
import { ProductHeader } from '../../../renderer/screens/product-header.tsx';
import { SiteLayer } from '../../../renderer/site/site-layer.tsx';

function Page() {
  const [view, setView] = useState<ConsoleView | null>(null);
  useEffect(() => {
    void window.isotherm.invoke('load', null).then((loaded) => setView(loaded.view));
    return window.isotherm.subscribe('view', setView);
  }, []);
  if (view === null) return null;
  return (
    <>
      <main className="setup-screen">
        <ProductHeader view={view} />
        {location.hash === '#alarm' && (
          <div className="alarm-banner panel" style={{ height: '6rem' }}>
            An alarm
          </div>
        )}
        <div className="setup-middle">
          <div className="setup-main">
            <section className="setup-form panel" />
            {location.hash === '#alarm' && (
              <div className="machine-bar panel" style={{ height: '5rem' }}>
                OFF
              </div>
            )}
          </div>
          <aside className="panel" />
        </div>
      </main>
      <SiteLayer view={view} />
      <AccessLayer view={view} />
    </>
  );
}

showPreferences();
const element = document.getElementById('root');
if (element === null) throw new Error('the page has no root');
createRoot(element).render(<Page />);

import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/noto-sans-sc';
import './theme.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { reportTouches } from './access/touch-reports.ts';
import { App } from './app.tsx';
import { watchCore } from './core-watch/core.ts';
import { keepFocus } from './parts/keep-focus.ts';
import { keepStrayKeysOff } from './parts/stray-keys.ts';
import { agreeOnLanguage, showPreferences } from './preferences.ts';
import { startSound } from './sound/sound.ts';
import { follow, reportPainting } from './store.ts';

keepStrayKeysOff(window);
keepFocus(window);
showPreferences();
follow(window.isotherm);
watchCore(window.isotherm);
reportPainting(window.isotherm);
reportTouches(window.isotherm);
agreeOnLanguage(window.isotherm);
startSound(window.isotherm);

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
}

import { useEffect, useRef, useState } from 'react';
import type { SetupView } from '../../electron/contract/view.ts';
import { type Draft, newDraft } from './draft.ts';
import { draftFromJson } from './draft-json.ts';
import type { ChangeDraft } from './form-context.ts';

/** A form that was changed is handed over after so long without another change, ms. */
const quietMs = 400;

/** The form of the next run, which outlives this page and the program; `null` until main has said what was kept. */
export function useKeptDraft(setup: SetupView): {
  readonly draft: Draft | null;
  readonly change: ChangeDraft;
} {
  const [draft, setDraft] = useState<Draft | null>(null);
  const first = useRef(setup);
  useEffect(() => {
    let here = true;
    const start = newDraft(first.current);
    void window.isotherm
      .invoke('form', { draft: null })
      .then(({ draft: kept }) => (kept === null ? start : draftFromJson(parsed(kept), start).draft))
      .catch(() => start)
      .then((found) => here && setDraft(found));
    return () => {
      here = false;
    };
  }, []);
  const isTouched = useRef(false);
  useEffect(() => {
    if (draft === null || !isTouched.current) return;
    const keeping = setTimeout(() => void keepDraft(draft), quietMs);
    return () => clearTimeout(keeping);
  }, [draft]);
  return {
    draft,
    change: (changes) => {
      isTouched.current = true;
      setDraft((now) =>
        now === null ? null : { ...now, ...(typeof changes === 'function' ? changes(now) : changes) },
      );
    },
  };
}

/** Hands it over as it stands. */
export async function keepDraft(draft: Draft): Promise<void> {
  await window.isotherm.invoke('form', { draft: JSON.stringify(draft) }).catch(() => null);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

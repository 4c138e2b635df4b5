import type { MachineView } from '../../electron/contract/view.ts';
import {
  type BodySide,
  bodySide,
  isCavity,
  type ProbeSite,
  placedProbes,
  probeSites,
} from '../../electron/contract/words.ts';
import { useText } from '../text/text.ts';
import { CatheterEditor } from './catheter-editor.tsx';
import { catheterProblems } from './catheter-problems.ts';
import { type Draft, hasSides, placeFields, placeOf, type SiteField, siteFields, sitesOf } from './draft.ts';
import { Choice, TextInput } from './field.tsx';
import { useForm } from './form-context.ts';
import { PlaceField } from './place-field.tsx';
import { ProbeChecks } from './probe-checks.tsx';
import './placement-section.css';

/** "Not used" pressed once more is the answer to whether a fitted probe stays out. */
function placed(draft: Draft, field: SiteField, site: ProbeSite): Partial<Draft> {
  const others = draft.leftOut.filter((one) => one !== field);
  const again = site === 'not-used' && draft[field] === 'not-used';
  return { [field]: site, leftOut: again ? [...others, field] : others };
}

/** What each probe measures and where it lies, and the catheters. */
export function PlacementSection({ machine }: { readonly machine: MachineView }) {
  const { setup: text, domain } = useText();
  const { draft, change, site } = useForm();
  const { probePlaces, catheterPlaces } = site.lists;
  const sites = probeSites.filter((one) => one !== 'inflow');
  return (
    <>
      <h3 className="form-heading">
        {text.form.probes}. {text.form.t1}
      </h3>
      {siteFields.map((field) => (
        <div className="probe-entry" key={field}>
          <Choice
            field={field}
            name={text.fields[field]}
            values={sites}
            value={draft[field]}
            label={(value) => domain.probeSite[value]}
            onChoose={(value) => change(placed(draft, field, value))}
          />
          {isCavity(draft[field]) && (
            <PlaceField
              field={placeFields[field]}
              name={text.one.place(text.fields[field])}
              places={probePlaces[draft.cavity]}
              value={draft[placeFields[field]]}
              onChange={(place) => change({ [placeFields[field]]: place })}
            />
          )}
        </div>
      ))}
      <div className="form-grid">
        <TextInput field="coreSite" hint={text.fieldHints.coreSite} />
      </div>
      <CatheterEditor
        cavity={draft.cavity}
        side={sideOf(draft)}
        value={draft.catheters}
        onChange={(catheters) => change({ catheters })}
        places={catheterPlaces[draft.cavity]}
        probes={placedProbes(sitesOf(draft), ['', ...siteFields.map((field) => placeOf(draft, field))])}
        probePlaces={probePlaces[draft.cavity]}
        problems={catheterProblems(draft.catheters)}
      />
      <ProbeChecks machine={machine} />
    </>
  );
}

/** Which half of a chest the map draws. */
const sideOf = (draft: Draft): BodySide | null => (hasSides(draft) ? bodySide(draft.side) : null);

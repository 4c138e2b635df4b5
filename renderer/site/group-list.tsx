import { type Site, type SiteKey, signOffKeys, siteValue } from '../../electron/contract/words.ts';
import { Button } from '../parts/button.tsx';
import { useText } from '../text/text.ts';
import { shapes } from './shapes.ts';
import { shortWords } from './value-words.ts';

export const isSigned = (site: Site, key: SiteKey): boolean => site.signedOff[key] !== undefined;
export const canBeSigned = (key: SiteKey): boolean => signOffKeys.includes(key);

interface GroupListProps {
  readonly site: Site;
  readonly keys: readonly SiteKey[];
  readonly changeable: boolean;
  readonly selected: ReadonlySet<SiteKey>;
  readonly onSelect: (keys: ReadonlySet<SiteKey>) => void;
  readonly onChange: (key: SiteKey) => void;
  readonly onSign: () => void;
}

/** The values of a group: what each is and who has signed for it. */
export function GroupList({ site, keys, changeable, selected, onSelect, onChange, onSign }: GroupListProps) {
  const text = useText().site;
  const open = keys.filter((key) => canBeSigned(key) && !isSigned(site, key));
  const toggled = (key: SiteKey) => {
    const next = new Set(selected);
    if (!next.delete(key)) next.add(key);
    onSelect(next);
  };
  return (
    <>
      <ul className="site-body site-values">
        {keys.map((key) => (
          <ValueRow
            key={key}
            site={site}
            name={key}
            changeable={changeable}
            selected={selected.has(key)}
            onSelect={() => toggled(key)}
            onChange={() => onChange(key)}
          />
        ))}
      </ul>
      {changeable && keys.some(canBeSigned) && (
        <div className="site-buttons">
          <Button
            title={text.selectUnsigned}
            data-action="select-unsigned"
            caption={text.countUnsigned(open.length)}
            aria-disabled={open.length === 0}
            onClick={() => onSelect(new Set(open))}
          />
          <Button
            look="primary"
            title={text.sign}
            caption={selected.size === 0 ? text.selectFirst : text.countSelected(selected.size)}
            data-action="sign-off"
            aria-disabled={selected.size === 0}
            onClick={() => selected.size > 0 && onSign()}
          />
        </div>
      )}
    </>
  );
}

interface ValueRowProps {
  readonly site: Site;
  readonly name: SiteKey;
  readonly changeable: boolean;
  readonly selected: boolean;
  readonly onSelect: () => void;
  readonly onChange: () => void;
}

function ValueRow({ site, name, changeable, selected, onSelect, onChange }: ValueRowProps) {
  const words = useText();
  const text = words.site;
  const called = words.domain.siteKey[name];
  return (
    <li className="site-value" data-key={name} data-signed={isSigned(site, name)}>
      {changeable && canBeSigned(name) ? (
        <Button
          title={selected ? '✓' : ''}
          aria-label={text.select(called)}
          aria-pressed={selected}
          data-action="select"
          onClick={onSelect}
        />
      ) : (
        <span />
      )}
      <div>
        <b>{called}</b>
        <p>{shortWords(shapes[name], siteValue(site, name), words).join(' · ')}</p>
        {canBeSigned(name) && <Signature site={site} name={name} />}
      </div>
      {changeable && (
        <Button
          title={text.change}
          aria-label={text.changeOf(called)}
          data-action="change"
          onClick={onChange}
        />
      )}
    </li>
  );
}

/** Who stands for it, or plainly that nobody does. */
export function Signature({ site, name }: { readonly site: Site; readonly name: SiteKey }) {
  const text = useText().site;
  const signed = site.signedOff[name];
  return signed === undefined ? (
    <small className="site-unsigned">{text.nobodySigned}</small>
  ) : (
    <small>{text.signed(signed.by, signed.on, signed.reason)}</small>
  );
}

import './tabs.css';

interface TabsProps<View extends string> {
  readonly views: readonly (readonly [view: View, name: string])[];
  readonly shows: View;
  readonly onShow: (view: View) => void;
}

/** What a panel can show, one of them at a time. */
export function Tabs<View extends string>({ views, shows, onShow }: TabsProps<View>) {
  return (
    <div className="segments" role="tablist">
      {views.map(([view, name]) => (
        <button
          key={view}
          type="button"
          role="tab"
          className="segment"
          data-view={view}
          aria-selected={shows === view}
          onClick={() => onShow(view)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}

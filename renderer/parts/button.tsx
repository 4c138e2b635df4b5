import type { ComponentProps, ReactNode } from 'react';
import type { Hotkey } from './hotkey.ts';
import './button.css';

type Look = 'plain' | 'primary' | 'inverse';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'title'> {
  readonly look?: Look | undefined;
  readonly title: ReactNode;
  readonly caption?: ReactNode;
  /** The key that presses it; only shown here. */
  readonly hotkey?: Hotkey | undefined;
}

/** A button for gloves: a name, and below it what will happen. */
export function Button(props: ButtonProps) {
  const { look = 'plain', title, caption, className = '', children, hotkey, ...rest } = props;
  return (
    <button type="button" aria-keyshortcuts={hotkey} {...rest} className={`button ${look} ${className}`}>
      {children}
      {hotkey !== undefined && (
        <i className="button-key" aria-hidden="true">
          {hotkey}
        </i>
      )}
      <span className="button-title">{title}</span>
      {caption !== undefined && caption !== '' && <span className="button-caption">{caption}</span>}
    </button>
  );
}

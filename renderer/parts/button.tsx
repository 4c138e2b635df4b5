import type { ComponentProps, ReactNode } from 'react';
import './button.css';

type Look = 'plain' | 'primary' | 'inverse';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'title'> {
  readonly look?: Look;
  readonly title: ReactNode;
  readonly caption?: ReactNode;
}

/** A button for gloves: a name, and below it what will happen. */
export function Button({ look = 'plain', title, caption, className = '', children, ...rest }: ButtonProps) {
  return (
    <button type="button" {...rest} className={`button ${look} ${className}`}>
      {children}
      <span className="button-title">{title}</span>
      {caption !== undefined && caption !== '' && <span className="button-caption">{caption}</span>}
    </button>
  );
}

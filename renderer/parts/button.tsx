import type { ComponentProps, ReactNode } from 'react';
import './button.css';

type Look = 'plain' | 'primary' | 'inverse';

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'title'> {
  readonly look?: Look;
  readonly title: ReactNode;
  readonly caption?: ReactNode;
}

/** A button for gloves: a name, and below it what will happen. */
export function Button(props: ButtonProps) {
  const { look = 'plain', title, caption, className = '', children, onPointerUp, ...rest } = props;
  return (
    <button
      type="button"
      {...rest}
      className={`button ${look} ${className}`}
      onPointerUp={(event) => {
        onPointerUp?.(event);
        // A scanner's Enter, or a cloth on the keys, does not press again what a finger has pressed.
        if (event.pointerType === 'touch') event.currentTarget.blur();
      }}
    >
      {children}
      <span className="button-title">{title}</span>
      {caption !== undefined && caption !== '' && <span className="button-caption">{caption}</span>}
    </button>
  );
}

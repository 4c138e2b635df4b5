import { type ComponentProps, useEffect, useRef, useState } from 'react';
import { useText } from '../text/text.ts';
import './scrolled.css';

/** So much more is the air below the last line, px. */
const sliver = 32;

/** What may be higher than its place: it says so while there is more below, and goes on by a touch. */
export function Scrolled({ className = '', children, ...rest }: ComponentProps<'div'>) {
  const { more } = useText().setup.form;
  const scroller = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const [hidden, setHidden] = useState(false);
  const look = () => {
    const { scrollTop = 0, clientHeight = 0, scrollHeight = 0 } = scroller.current ?? {};
    setHidden(scrollHeight - scrollTop - clientHeight > sliver);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `look` reads what is there, whenever it is called
  useEffect(() => {
    const observer = new ResizeObserver(look);
    for (const { current } of [scroller, content]) if (current !== null) observer.observe(current);
    return () => observer.disconnect();
  }, []);
  const goOn = () => scroller.current?.scrollBy({ top: 0.75 * scroller.current.clientHeight });
  return (
    <div className="scrolled">
      <div {...rest} ref={scroller} className={`scrolled-window ${className}`} onScroll={look}>
        <div ref={content}>{children}</div>
      </div>
      {/* Its place is kept: nothing may move under a finger because it comes or goes. */}
      <button
        type="button"
        className="scrolled-more"
        data-action="scroll-on"
        data-shown={hidden}
        tabIndex={-1}
        onClick={goOn}
      >
        {more} <i aria-hidden="true">▾</i>
      </button>
    </div>
  );
}

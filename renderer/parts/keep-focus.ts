import { type RefObject, useEffect, useRef } from 'react';

const focusable =
  'button:not([tabindex="-1"]), input:not([tabindex="-1"]), textarea:not([tabindex="-1"]), [tabindex="0"]';

/** Something that had the focus in it, and which of its fields and buttons that was. */
type Place = readonly [within: Element, position: number];

let isByKey = false;

const allIn = (within: ParentNode): readonly HTMLElement[] =>
  [...within.querySelectorAll<HTMLElement>(focusable)].filter((one) => one.closest('[inert]') === null);

/**
 * Whoever works by keyboard never loses the place: where what had the focus goes away, what stands there now has it;
 * where the whole screen goes away, its head has it, for nothing may come to lie under a key that is still down.
 */
export function keepFocus({ document }: Window): void {
  let places: readonly Place[] = [];
  const onFocus = ({ target }: FocusEvent) => {
    if (target instanceof HTMLElement) places = placesOf(target);
  };
  const look = () => {
    const { activeElement, body } = document;
    if (!isByKey || (activeElement !== null && activeElement !== body)) return;
    const lost = places[0];
    if (lost === undefined || lost[0].isConnected) return;
    const [within, position] = places.find(([one]) => one.isConnected) ?? [body, 0];
    const isScreen = within.querySelector('main') !== null;
    const here = allIn(within);
    (here[isScreen ? 0 : Math.min(position, here.length - 1)] ?? allIn(body)[0])?.focus();
  };
  const pressed = (byKey: boolean) => () => {
    isByKey = byKey;
  };
  document.addEventListener('focusin', onFocus);
  document.addEventListener('keydown', pressed(true), { capture: true });
  document.addEventListener('pointerdown', pressed(false), { capture: true });
  new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
}

/** Innermost first. */
function placesOf(target: HTMLElement): readonly Place[] {
  const places: Place[] = [[target, 0]];
  for (let one = target.parentElement; one !== null; one = one.parentElement)
    places.push([one, allIn(one).indexOf(target)]);
  return places;
}

/** What opens over a screen takes the focus of the keyboard, and gives it back as it closes. */
export function useFocusInside<Element extends HTMLElement>(): RefObject<Element | null> {
  const inside = useRef<Element | null>(null);
  useEffect(() => {
    const { activeElement: before } = document;
    const here = inside.current;
    if (here !== null && isByKey && !here.contains(before)) firstOf(here)?.focus();
    return () => {
      const focused = document.activeElement;
      const isInside = focused === null || focused === document.body || here?.contains(focused) === true;
      if (isByKey && isInside && before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return inside;
}

/** What is asked, before the ways out in the head. */
const firstOf = (within: HTMLElement): HTMLElement | undefined =>
  allIn(within).find((one) => one.closest('header') === null) ?? allIn(within)[0];

/** By keyboard: to the first field or button of that place. */
export function goInto(selector: string): void {
  const place = document.querySelector(selector);
  if (isByKey && place !== null) allIn(place)[0]?.focus();
}

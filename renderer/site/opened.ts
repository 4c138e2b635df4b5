import { create } from 'zustand';

/** The rules of the site lie over the set-up screen while they are open; people are asked for past them. */
export const useSiteOpen = create<{ readonly isOpen: boolean }>()(() => ({ isOpen: false }));

export const openSite = (): void => useSiteOpen.setState({ isOpen: true });
export const closeSite = (): void => useSiteOpen.setState({ isOpen: false });

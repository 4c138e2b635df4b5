import { create } from 'zustand';

/** The earlier run whose record lies open over the set-up screen; `null`: none does. */
export const useReviewOpen = create<{ readonly runId: string | null }>()(() => ({ runId: null }));

export const openReview = (runId: string): void => useReviewOpen.setState({ runId });
export const closeReview = (): void => useReviewOpen.setState({ runId: null });

/** Reviews a day that a reader can ask for. */
export const DAILY_LIMITS = [5, 10, 20, 40, 100] as const
export const USUAL_DAILY_LIMIT: (typeof DAILY_LIMITS)[number] = 20

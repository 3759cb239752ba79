export const berandaHandlers = [] as const

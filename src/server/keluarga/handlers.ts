export const keluargaHandlers = [] as const

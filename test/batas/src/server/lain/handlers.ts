/** Stands for a concept's handlers. */
export const handlers = 1

/** Breaks contract-hanya-domain, by way of a subpath import, on purpose. */
import { projectRoot } from '#server/db/embedded/places.ts'

export const contract = projectRoot

/** Region names folded for search and matching: small letters, digits and nothing else. */

/** `Api-Api` and `API API` both give `apiapi`; `Tj. Laut` gives `tjlaut`. */
export const foldRegion = (nama: string): string =>
  nama
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')

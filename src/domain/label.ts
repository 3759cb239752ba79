/** A text in both languages of the interface; every label in `policy/` has this shape. */
export type Label = { readonly id: string; readonly en: string }

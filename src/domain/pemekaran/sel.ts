/** The cells of a table of regions. */

/** A row as typed or uploaded. */
export type SelPembagian = {
  readonly kodeLama: string
  readonly rt: string
  readonly nomorKk: string
  readonly kodeBaru: string
  readonly rtBaru: string
  readonly namaBaru: string
  readonly jenisBaru: string
}

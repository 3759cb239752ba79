/**
 * The tables of the log and how to read them.
 *
 * `jejak` is what operations write. Under row-level security `siks_app` sees an entry when the area
 * of its actor lies in the reader's area, or the area of all its subjects does. So an office reads
 * what its own people did, and also who from above opened exactly its own records.
 * `jejak_subjek` has one row per record touched or shown, filled by the sequencer about two seconds
 * later, and seen by the area of the record or of the actor. Its `wilayah`, `peran`, `operasi`,
 * `tujuan` and `waktu` answer who saw a record even where the entry itself (a list over many areas)
 * is not the reader's to see; join `jejak` with LEFT JOIN for before and after.
 *
 *   per record:  select … from jejak_subjek where jenis = $1 and subjek_id = $2
 *                  and jejak_id < $3 order by jejak_id desc limit $4          (primary key)
 *   per actor:   select … from jejak where pengguna_id = $1 and id < $2 order by id desc limit $3
 *                                                                             (jejak_pengguna)
 *   per person:  the union of jenis 'individu' with the person's id and jenis 'keluarga' with
 *                the ids of the person's families, as under "per record"
 *   per area:    select … from jejak where id < $1 … order by id desc; the policies cut it
 *
 * `jejak_nomor`, `jejak_segel` and `jejak_posisi` hold the chain; only the sequencer and the
 * verifier read them, for their counts tell about other areas.
 */

/** Columns of an entry in the order in which they are hashed; never to be reordered. */
export const kolomEntri = `j.id, j.transaksi, (extract(epoch from j.waktu) * 1000000)::bigint, j.pengguna_id, j.peran,
  j.penugasan_id, j.jenis_penugasan, j.wilayah, j.tujuan, j.tujuan_teks, j.sesi, j.operasi, j.perintah_id,
  j.subjek, j.subjek_lo, j.subjek_hi, j.jumlah, j.perubahan`

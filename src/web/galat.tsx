/** What went wrong, wherever it is told: its name, its cause with the remedy, and the number of its report. */
import { Notice } from '#ui/notice.tsx'
import { shownOf } from '#web/api.ts'

/** In one line, as a dialog says it; undefined where nothing went wrong. */
export function kataGalat(error: unknown): string | undefined {
  if (error === null || error === undefined) return undefined
  const { judul, isi, nomor } = shownOf(error)
  return [judul, isi, nomor].filter(Boolean).join(' ')
}

/** As a notice that is read out at once; nothing where nothing went wrong. */
export function PesanGalat({ error }: { error: unknown }) {
  if (error === null || error === undefined) return null
  const { judul, isi, nomor } = shownOf(error)
  const rinci = [isi, nomor].filter(Boolean).join(' ')
  return (
    <Notice nada="salah" judul={judul} role="alert">
      {rinci ? <p>{rinci}</p> : null}
    </Notice>
  )
}

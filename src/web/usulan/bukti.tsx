/** The evidence of a proposal: pictures small, opened large; papers to download. */
import { Button, Modal } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { teksUi } from '#ui/teks.ts'
import classes from '#web/berkas/galeri.module.css'
import { Gambar, useGambar } from '#web/berkas/galeri.tsx'
import { unduh } from '#web/unduh.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'

type Props = {
  kab: number
  berkas: readonly string[]
  aksi?: (id: string, nomor: number) => ReactNode
}

export function BuktiUsulan({ kab, berkas, aksi }: Props) {
  const t = useTeks(teksIsian)
  const u = useTeks(teksUi)
  const [buka, setBuka] = useState<string | null>(null)
  if (berkas.length === 0) return null
  return (
    <>
      <ul className={classes.daftar}>
        {berkas.map((id, i) => (
          <li key={id} className={classes.satu}>
            <Satu b={{ kab, id }} nomor={i + 1} onBuka={() => setBuka(id)} />
            {aksi?.(id, i + 1)}
          </li>
        ))}
      </ul>
      <Modal
        opened={buka !== null}
        onClose={() => setBuka(null)}
        size="xl"
        title={t('bukti')}
        closeButtonProps={{ 'aria-label': u('tutup') }}
      >
        {buka ? <Gambar b={{ kab, id: buka }} bagian="isi" alt={t('bukti')} /> : null}
      </Modal>
    </>
  )
}

type SatuProps = { b: { kab: number; id: string }; nomor: number; onBuka: () => void }

/** A file without a small copy is a paper. */
function Satu({ b, nomor, onBuka }: SatuProps) {
  const t = useTeks(teksIsian)
  const { galat } = useGambar(b, 'kecil')
  if (galat)
    return (
      <div className={classes.bingkai}>
        <IconFileTypePdf size={36} stroke={1.4} aria-hidden />
        <Button
          size="compact-sm"
          variant="default"
          onClick={() => void unduh('berkas.unduh', { ...b, bagian: 'isi' }, 'bukti.pdf')}
        >
          {t('unduhBukti', { n: nomor })}
        </Button>
      </div>
    )
  return (
    <button
      type="button"
      className={classes.bingkai}
      onClick={onBuka}
      aria-label={t('bukaBukti', { n: nomor })}
    >
      <Gambar b={b} bagian="kecil" alt="" />
    </button>
  )
}

/** Where a file of officers is dropped or chosen. */

import { Button, Loader, Text } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useId, useRef, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { kataGalat } from '#web/galat.tsx'
import classes from '#web/impor/area-unggah.module.css'
import { bisaDibaca } from '#web/impor/unggah.ts'
import { teksImporPetugas } from '#web/pengguna/petugas/teks-impor.ts'

type Props = { sibuk: string | null; galat: Error | null; onPilih: (berkas: File) => void }

export function PilihBerkas({ sibuk, galat, onPilih }: Props) {
  const t = useTeks(teksImporPetugas)
  const id = useId()
  const masukan = useRef<HTMLInputElement>(null)
  const [diatas, setDiatas] = useState(false)
  const [jenisSalah, setJenisSalah] = useState(false)
  const terima = (berkas: File | undefined) => {
    if (!berkas || sibuk) return
    const cocok = bisaDibaca(berkas.name)
    setJenisSalah(!cocok)
    if (cocok) onPilih(berkas)
  }
  const kata = jenisSalah ? t('jenisSalah') : kataGalat(galat)
  return (
    <Section judul={t('langkah1')} keterangan={t('langkah1Isi')}>
      <fieldset
        aria-label={t('langkah1')}
        className={classes.area}
        data-diatas={diatas || undefined}
        onDragOver={(e) => {
          e.preventDefault()
          setDiatas(true)
        }}
        onDragLeave={() => setDiatas(false)}
        onDrop={(e) => {
          e.preventDefault()
          setDiatas(false)
          terima(e.dataTransfer.files[0])
        }}
      >
        <IconFileSpreadsheet size={32} stroke={1.4} aria-hidden />
        <div className={classes.ajakan}>
          <Text size="sm" fw={600}>
            {t(diatas ? 'lepaskan' : 'seret')}
          </Text>
          <Text size="sm" c="dimmed" id={`${id}-ket`}>
            {t('jenisBerkas')}
          </Text>
        </div>
        <input
          ref={masukan}
          type="file"
          accept=".xlsx,.csv"
          className={classes.tersembunyi}
          aria-label={t('pilihBerkas')}
          tabIndex={-1}
          onChange={(e) => {
            terima(e.currentTarget.files?.[0])
            e.currentTarget.value = ''
          }}
        />
        <Button
          onClick={() => masukan.current?.click()}
          disabled={sibuk !== null}
          aria-describedby={`${id}-ket`}
        >
          {t('pilihBerkas')}
        </Button>
      </fieldset>
      <div role="status">
        {sibuk ? (
          <Text size="sm" className={classes.bawah}>
            <Loader size={14} mr={8} />
            {t('memeriksa', { nama: sibuk })}
          </Text>
        ) : null}
      </div>
      {kata ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" className={classes.bawah}>
          {kata}
        </Text>
      ) : null}
    </Section>
  )
}

/** Where a file is dropped or chosen; then its upload is shown, and its import opens. */
import { Button, Text, TextInput } from '@mantine/core'
import { IconFileSpreadsheet } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { type DragEvent, useId, useRef, useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { WorkProgress } from '#ui/progress.tsx'
import { Section } from '#ui/section.tsx'
import { shownOf } from '#web/api.ts'
import classes from '#web/impor/area-unggah.module.css'
import { teksImpor } from '#web/impor/teks.ts'
import { bisaDibaca, unggah } from '#web/impor/unggah.ts'
import { ikutiPekerjaan, queryClient } from '#web/kueri.ts'

type Kirim = { nama: string; terkirim: number; jumlah: number }

function useUnggah(tanggal: string) {
  const t = useTeks(teksImpor)
  const pergi = useNavigate()
  const [kirim, setKirim] = useState<Kirim | null>(null)
  const [galat, setGalat] = useState<string | null>(null)
  const mulai = async (berkas: File | undefined) => {
    if (!berkas) return
    if (!bisaDibaca(berkas.name)) {
      setGalat(t('jenisSalah'))
      return
    }
    setGalat(null)
    setKirim({ nama: berkas.name, terkirim: 0, jumlah: berkas.size })
    try {
      const hasil = await unggah(berkas, tanggal, (terkirim, jumlah) =>
        setKirim({ nama: berkas.name, terkirim, jumlah }),
      )
      ikutiPekerjaan(hasil.sudahAda ? null : hasil.pekerjaanId)
      await queryClient.invalidateQueries({ queryKey: ['impor.daftar'] })
      await pergi({
        to: '/impor/$id',
        params: { id: hasil.id },
        search: hasil.sudahAda ? { sudah: true } : {},
      })
    } catch (error) {
      const { judul, isi } = shownOf(error)
      setGalat([judul, isi].filter(Boolean).join(' '))
    } finally {
      setKirim(null)
    }
  }
  return { kirim, galat, mulai }
}

export function AreaUnggah() {
  const t = useTeks(teksImpor)
  const [tanggal, setTanggal] = useState('')
  const [diatas, setDiatas] = useState(false)
  const masukan = useRef<HTMLInputElement>(null)
  const id = useId()
  const { kirim, galat, mulai } = useUnggah(tanggal)
  const jatuh = (e: DragEvent) => {
    e.preventDefault()
    setDiatas(false)
    void mulai(e.dataTransfer.files[0])
  }
  return (
    <Section judul={t('unggahJudul')} keterangan={t('unggahIsi')}>
      <fieldset
        aria-label={t('unggahJudul')}
        className={classes.area}
        data-diatas={diatas || undefined}
        onDragOver={(e) => {
          e.preventDefault()
          setDiatas(true)
        }}
        onDragLeave={() => setDiatas(false)}
        onDrop={jatuh}
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
        <TextInput
          type="date"
          label={t('tanggalData')}
          value={tanggal}
          onChange={(e) => setTanggal(e.currentTarget.value)}
        />
        <input
          ref={masukan}
          type="file"
          accept=".xlsx,.csv,.txt,.tsv"
          className={classes.tersembunyi}
          aria-label={t('pilihBerkas')}
          tabIndex={-1}
          onChange={(e) => {
            void mulai(e.currentTarget.files?.[0])
            e.currentTarget.value = ''
          }}
        />
        <Button
          onClick={() => masukan.current?.click()}
          disabled={kirim !== null}
          aria-describedby={`${id}-ket`}
        >
          {t('pilihBerkas')}
        </Button>
      </fieldset>
      {kirim ? (
        <div className={classes.bawah}>
          <WorkProgress
            judul={t('mengunggah', { nama: kirim.nama })}
            selesai={kirim.terkirim}
            jumlah={kirim.jumlah}
          />
        </div>
      ) : null}
      {galat ? (
        <Text size="sm" c="var(--mantine-color-error)" role="alert" className={classes.bawah}>
          {galat}
        </Text>
      ) : null}
    </Section>
  )
}

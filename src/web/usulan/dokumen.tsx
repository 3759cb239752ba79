/** The document that shows a correction: kind, number, day. */
import { NativeSelect, TextInput } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { jenisDokumen } from '#web/usulan/jenis-dokumen.ts'
import classes from '#web/usulan/lengkap.module.css'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'

export function Dokumen({ draf }: { draf: Draf }) {
  const t = useTeks(teksIsian)
  const dokumen = draf.isian.isi.dokumen
  const ubah = (baru: {
    jenis?: string
    nomor?: string | undefined
    tanggal?: string | undefined
  }) => {
    const jadi = { jenis: '', ...dokumen, ...baru }
    draf.isi({ dokumen: jadi.jenis === '' && !jadi.nomor && !jadi.tanggal ? undefined : jadi })
  }
  return (
    <Section judul={t('dokumen')}>
      <div className={classes.kisi}>
        <NativeSelect
          label={t('dokumenJenis')}
          value={dokumen?.jenis ?? ''}
          data={[
            { value: '', label: t('pilih') },
            ...jenisDokumen.map((d) => ({ value: d, label: d })),
          ]}
          onChange={(e) => ubah({ jenis: e.currentTarget.value })}
        />
        <TextInput
          label={t('dokumenNomor')}
          maxLength={80}
          autoComplete="off"
          value={dokumen?.nomor ?? ''}
          onChange={(e) => ubah({ nomor: e.currentTarget.value || undefined })}
        />
        <TextInput
          type="date"
          label={t('dokumenTanggal')}
          value={dokumen?.tanggal ?? ''}
          onChange={(e) => ubah({ tanggal: e.currentTarget.value || undefined })}
        />
      </div>
    </Section>
  )
}

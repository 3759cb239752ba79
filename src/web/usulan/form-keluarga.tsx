/** Forms about a registered family: no longer or again eligible, a correction, a change of condition. */
import { Group, Stack, Textarea } from '@mantine/core'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { Tautan } from '#web/tautan.tsx'
import { BuktiIsian } from '#web/usulan/bukti-isian.tsx'
import { FormKeadaan } from '#web/usulan/form-keadaan.tsx'
import { FormPerbaikan } from '#web/usulan/form-perbaikan.tsx'
import type { FormProps } from '#web/usulan/isian.tsx'
import { Kelengkapan } from '#web/usulan/kelengkapan.tsx'
import classes from '#web/usulan/lengkap.module.css'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import { SesudahIsian } from '#web/usulan/sesudah-isian.tsx'
import { StatusSimpan } from '#web/usulan/status-simpan.tsx'
import { teksIsian } from '#web/usulan/teks-isian.ts'
import type { Keluarga } from '#web/usulan/untuk-keluarga.tsx'

export function FormKeluarga(p: FormProps) {
  const kab = p.alamat.kab ?? 0
  const kueri = useOp('keluarga.satu', { kab, id: p.pokok.keluargaId ?? '' })
  return (
    <Tampil kueri={kueri} halaman>
      {(k) => <Form {...p} k={k} />}
    </Tampil>
  )
}

function Form({ k, ...p }: FormProps & { k: Keluarga }) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const { draf, alamat, satu } = p
  const { jenis } = alamat
  const jalur = jenisUsulan[jenis].jalur
  return (
    <>
      <PageHeader
        judul={t('tentang', { jenis: label(jenisUsulan[jenis].label), nama: draf.isian.nama })}
        judulTab={label(jenisUsulan[jenis].label)}
        keterangan={
          <>
            {`${k.namaWilayah}, RT ${nomorRt(k.rt)}`}
            <StatusSimpan draf={draf} />
          </>
        }
        atas={
          <Tautan to="/keluarga/$kab/$id" params={{ kab: String(k.kab), id: k.id }}>
            {`← ${t('keKeluarga')}`}
          </Tautan>
        }
      />
      <div className={classes.tata}>
        <div className={classes.samping}>
          <Kelengkapan draf={draf} jenis={jenis} kunjungan={satu?.kunjunganPada != null} />
        </div>
        <Stack gap="lg" miw={0}>
          {jalur === 'identitas' ? (
            <FormPerbaikan draf={draf} k={k} orang={p.pokok.individuId ?? null} jenis={jenis} />
          ) : jalur === 'keadaan' ? (
            <FormKeadaan draf={draf} k={k} />
          ) : (
            <FormAlasan draf={draf} layak={jenis === 'layak_kembali'} />
          )}
          <BuktiIsian draf={draf} tempat={{ kab: k.kab, keluarga: k.id }} />
          <Group justify="flex-end">
            <SesudahIsian draf={draf} jenis={jenis} />
          </Group>
        </Stack>
      </div>
    </>
  )
}

function FormAlasan({ draf, layak }: { draf: Draf; layak: boolean }) {
  const t = useTeks(teksIsian)
  return (
    <Section>
      <Textarea
        label={t(layak ? 'alasanLayak' : 'alasanTidakLayak')}
        description={t(layak ? 'alasanLayakIsi' : 'alasanTidakLayakIsi')}
        maxLength={1000}
        autosize
        minRows={4}
        value={draf.isian.isi.alasan ?? ''}
        onChange={(e) => draf.isi({ alasan: e.currentTarget.value || undefined })}
      />
    </Section>
  )
}

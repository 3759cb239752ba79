/** Where an office sets its letterhead and who signs; what is typed is seen as it will be printed. */
import { Button, Group, Stack, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DialogBenturan } from '#ui/benturan.tsx'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { shownOf } from '#web/api.ts'
import { bacaUlang, benturanOf, versiKini } from '#web/benturan.ts'
import { UnggahBerkas } from '#web/berkas/unggah.tsx'
import { ContohKop } from '#web/dokumen/contoh-kop.tsx'
import { type IsianKop, isianKop, kiriman, salahKop } from '#web/dokumen/isian-kop.ts'
import { PenandaKop } from '#web/dokumen/penanda-kop.tsx'
import { teksKop } from '#web/dokumen/teks.ts'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'

type Kop = OutputOf<'kop.lihat'>

const segarkan = ['kop.lihat'] as const

export function HalamanKop() {
  const t = useTeks(teksKop)
  const kueri = useOp('kop.lihat', {})
  return (
    <Tampil kueri={kueri} halaman>
      {(kop) => (
        <>
          <PageHeader judul={t('judul')} keterangan={`${kop.namaWilayah} · ${t('isi')}`} />
          <FormKop key={kop.versi} kop={kop} />
        </>
      )}
    </Tampil>
  )
}

function FormKop({ kop }: { kop: Kop }) {
  const t = useTeks(teksKop)
  const [isi, setIsi] = useState<IsianKop>(() => isianKop(kop))
  const [periksa, setPeriksa] = useState(false)
  const perintah = useCommand('kop.simpan', segarkan)
  const ubah = (baru: Partial<IsianKop>) => setIsi((lama) => ({ ...lama, ...baru }))
  const salah = salahKop(isi)
  const kirim = (versi: number) => perintah.mutate(kiriman(isi, kop.wilayah, versi))
  const simpan = () => {
    setPeriksa(true)
    if (!salah.baris && !salah.tempat && !salah.penanda) kirim(kop.versi)
  }
  const benturan = benturanOf(perintah.error)
  const galat = perintah.isError && !benturan ? shownOf(perintah.error) : null
  const baca = !kop.bolehUbah
  return (
    <Stack gap="lg">
      {kop.versi === 0 ? <Notice nada="info">{t('bawaan')}</Notice> : null}
      {baca ? <Notice nada="info">{t('bacaSaja')}</Notice> : null}
      <ContohKop isi={isi} kab={kop.kab} />
      <Section judul={t('judul')}>
        <Stack gap="md" maw={640}>
          <Textarea
            label={t('baris')}
            value={isi.baris}
            minRows={3}
            autosize
            readOnly={baca}
            error={periksa && salah.baris ? t('barisSalah') : null}
            onChange={(e) => ubah({ baris: e.currentTarget.value })}
          />
          <TextInput
            label={t('alamat')}
            value={isi.alamat}
            maxLength={160}
            readOnly={baca}
            onChange={(e) => ubah({ alamat: e.currentTarget.value })}
          />
          <TextInput
            label={t('telepon')}
            value={isi.telepon}
            maxLength={60}
            readOnly={baca}
            onChange={(e) => ubah({ telepon: e.currentTarget.value })}
          />
          <TextInput
            label={t('tempat')}
            value={isi.tempat}
            maxLength={60}
            readOnly={baca}
            required
            error={periksa && salah.tempat}
            onChange={(e) => ubah({ tempat: e.currentTarget.value })}
          />
        </Stack>
      </Section>
      {baca ? null : (
        <Section judul={t('logo')} keterangan={t('logoIsi')}>
          <Stack gap="md" align="flex-start">
            <UnggahBerkas
              tempat={{ wilayah: kop.wilayah }}
              pilihan={['logo']}
              onSelesai={({ id }) => ubah({ logo: id })}
            />
            {isi.logo ? (
              <Button variant="default" onClick={() => ubah({ logo: null })}>
                {t('logoBuang')}
              </Button>
            ) : null}
          </Stack>
        </Section>
      )}
      <PenandaKop
        penanda={isi.penanda}
        baca={baca}
        periksa={periksa}
        onUbah={(penanda) => ubah({ penanda })}
      />
      {galat ? (
        <Notice nada="salah" judul={galat.judul} role="alert">
          {galat.isi}
        </Notice>
      ) : null}
      {perintah.isSuccess ? <Notice nada="baik" judul={t('tersimpan')} role="status" /> : null}
      {baca ? null : (
        <Group>
          <Button onClick={simpan} loading={perintah.isPending}>
            {t('simpan')}
          </Button>
        </Group>
      )}
      {benturan ? (
        <DialogBenturan
          isi={benturan}
          onKini={() => {
            perintah.reset()
            bacaUlang(segarkan)
          }}
          onSaya={() => kirim(versiKini(benturan))}
        />
      ) : null}
    </Stack>
  )
}

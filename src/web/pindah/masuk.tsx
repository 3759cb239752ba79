/** Taking a family in: a number is typed, one bit is answered, and one button leads to the form. */
import { Button, Stack, Text, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { useSesi } from '#web/pengguna/sesi.ts'
import { FormMasuk } from '#web/pindah/form-masuk.tsx'
import { teksPindah } from '#web/pindah/teks.ts'
import { Tautan, TombolTautan } from '#web/tautan.tsx'

const rute = getRouteApi('/pindah/masuk')

export function HalamanTarikMasuk() {
  const t = useTeks(teksPindah)
  const { kab, id } = rute.useSearch()
  const [nik, setNik] = useState<string | null>(null)
  return (
    <>
      <PageHeader
        judul={t('masukJudul')}
        keterangan={t('masukKeterangan')}
        atas={<Tautan to="/pindah">{`← ${t('kembali')}`}</Tautan>}
      />
      {kab !== undefined && id !== undefined ? (
        <Lanjutan kab={kab} id={id} />
      ) : nik === null ? (
        <PeriksaNik onAjukan={setNik} />
      ) : (
        <FormMasuk nik={nik} lama={null} />
      )}
    </>
  )
}

/** A draft goes on, or one that was sent back is put right. */
function Lanjutan({ kab, id }: { kab: number; id: string }) {
  const kueri = useOp('usulan.satu', { kab, id }, { staleTime: 0 })
  return <Tampil kueri={kueri}>{(u) => <FormMasuk key={u.id} nik="" lama={u} />}</Tampil>
}

function PeriksaNik({ onAjukan }: { onAjukan: (nik: string) => void }) {
  const t = useTeks(teksPindah)
  const sesi = useSesi()
  const [nik, setNik] = useState('')
  const [ditanya, setDitanya] = useState<string | null>(null)
  const [dicoba, setDicoba] = useState(false)
  const kueri = useOp(
    'usulan.kembar',
    { nik: ditanya ?? '', wilayah: sesi.wilayah.kode },
    { enabled: ditanya !== null, staleTime: 60_000 },
  )
  return (
    <Stack gap="md" maw={620}>
      <Section>
        <form
          onSubmit={(e) => {
            e.preventDefault()
            setDicoba(true)
            if (nik.length === 16) setDitanya(nik)
          }}
        >
          <Stack gap="md">
            <TextInput
              label={t('nik')}
              description={t('nikIsi')}
              inputMode="numeric"
              autoComplete="off"
              maxLength={20}
              value={nik}
              error={dicoba && nik.length !== 16 ? t('nikPendek') : null}
              onChange={(e) => {
                setNik(e.currentTarget.value.replaceAll(/\D/g, ''))
                setDitanya(null)
              }}
            />
            <Button
              type="submit"
              style={{ alignSelf: 'flex-start' }}
              loading={ditanya !== null && kueri.isFetching}
            >
              {t('periksa')}
            </Button>
          </Stack>
        </form>
      </Section>
      {ditanya ? (
        <Tampil kueri={kueri}>
          {({ terdaftar, diLuarWilayah }) => (
            <Jawaban
              keluarga={terdaftar[0] ?? null}
              diLuar={diLuarWilayah}
              onAjukan={() => onAjukan(ditanya)}
            />
          )}
        </Tampil>
      ) : null}
    </Stack>
  )
}

type JawabanProps = {
  keluarga: { kab: number; keluargaId: string } | null
  diLuar: boolean
  onAjukan: () => void
}

function Jawaban({ keluarga, diLuar, onAjukan }: JawabanProps) {
  const t = useTeks(teksPindah)
  const sesi = useSesi()
  const tombol = (
    <Button onClick={onAjukan} variant={diLuar ? 'filled' : 'default'}>
      {t('ajukanTarik')}
    </Button>
  )
  if (keluarga)
    return (
      <Notice nada="info" judul={t('diSini')} role="status">
        <Stack gap="sm" align="flex-start">
          <Tautan
            to="/keluarga/$kab/$id"
            params={{ kab: String(keluarga.kab), id: keluarga.keluargaId }}
          >
            {t('bukaKeluarga')}
          </Tautan>
          {sesi.wilayah.tingkat === 'desa' ? null : (
            <>
              <Text size="sm">{t('diSiniIsi')}</Text>
              {tombol}
            </>
          )}
        </Stack>
      </Notice>
    )
  return diLuar ? (
    <Notice nada="perhatian" judul={t('diLuar')} role="status">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('diLuarIsi')}</Text>
        {tombol}
      </Stack>
    </Notice>
  ) : (
    <Notice nada="info" judul={t('belum')} role="status">
      <Stack gap="sm" align="flex-start">
        <Text size="sm">{t('belumIsi')}</Text>
        <TombolTautan to="/usulan/isian" search={{ jenis: 'keluarga_baru' }} variant="default">
          {t('usulkanBaru')}
        </TombolTautan>
      </Stack>
    </Notice>
  )
}

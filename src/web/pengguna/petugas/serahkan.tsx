/** The page that hands an officer's open work to another, by name. */

import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { KhususPemberi } from '#web/pengguna/petugas/khusus-pemberi.tsx'
import {
  PekerjaanTerbuka,
  PilihPenerus,
  type Terbuka,
} from '#web/pengguna/petugas/pekerjaan-terbuka.tsx'
import { KembaliKePetugas, type Petugas } from '#web/pengguna/petugas/satu.tsx'
import { SelesaiSerah } from '#web/pengguna/petugas/selesai-serah.tsx'
import { teksSerah } from '#web/pengguna/petugas/teks-serah.ts'

const rute = getRouteApi('/pengguna/$id/serahkan')

export function HalamanSerahkan() {
  const { id } = rute.useParams()
  const orang = useOp('pengguna.satu', { id })
  const terbuka = useOp('pengguna.pekerjaan_terbuka', { id })
  return (
    <KhususPemberi>
      <Tampil kueri={orang} halaman>
        {(p) => (
          <Tampil kueri={terbuka} halaman>
            {(isi) => <Serahkan p={p} terbuka={isi} />}
          </Tampil>
        )}
      </Tampil>
    </KhususPemberi>
  )
}

function Serahkan({ p, terbuka }: { p: Petugas; terbuka: Terbuka }) {
  const t = useTeks(teksSerah)
  const f = useFormat()
  const [hasil, setHasil] = useState<number | null>(null)
  return (
    <>
      <PageHeader
        judul={t('serahkan')}
        judulTab={t('serahkanTab')}
        atas={<KembaliKePetugas id={p.id} nama={p.nama} />}
      />
      {hasil === null ? (
        <Stack gap="lg">
          <PekerjaanTerbuka butir={terbuka.butir} />
          {terbuka.butir.length > 0 ? (
            <Kepada p={p} terbuka={terbuka} onSelesai={setHasil} />
          ) : null}
        </Stack>
      ) : (
        <SelesaiSerah
          id={p.id}
          judul={t('selesaiSerah', { n: f.angka(hasil) })}
          butir={0}
          menunggu={false}
        />
      )}
    </>
  )
}

type KepadaProps = { p: Petugas; terbuka: Terbuka; onSelesai: (butir: number) => void }

function Kepada({ p, terbuka, onSelesai }: KepadaProps) {
  const t = useTeks(teksSerah)
  const f = useFormat()
  const [penerus, setPenerus] = useState('')
  const [alasan, setAlasan] = useState('')
  const [kurang, setKurang] = useState(false)
  const perintah = useCommand('pengguna.serahkan', ['pengguna.serah_terima', 'pengguna.riwayat'])
  const cukup = alasan.trim().length >= 5
  const kirim = () => {
    setKurang(!cukup || penerus === '')
    if (!cukup || penerus === '') return
    perintah.mutate(
      { id: p.id, penerus, alasan: alasan.trim() },
      { onSuccess: ({ butir }) => onSelesai(butir) },
    )
  }
  const galat = kataGalat(perintah.error)
  return (
    <Section>
      <Stack gap="md" maw={640}>
        <PilihPenerus
          calon={terbuka.calonPenerus}
          nilai={penerus}
          onPilih={setPenerus}
          galat={kurang && penerus === '' ? t('penerusWajib') : null}
          bolehTanpa={false}
        />
        <TextInput
          label={t('alasan')}
          placeholder={t('alasanContoh')}
          required
          maxLength={500}
          value={alasan}
          error={kurang && !cukup ? t('alasanKurang') : null}
          onChange={(e) => setAlasan(e.currentTarget.value)}
        />
        {galat ? (
          <Text size="sm" c="var(--mantine-color-error)" role="alert">
            {galat}
          </Text>
        ) : null}
        <Group>
          <Button loading={perintah.isPending} onClick={kirim}>
            {t('serahkanTombol', { n: f.angka(terbuka.butir.length) })}
          </Button>
        </Group>
      </Stack>
    </Section>
  )
}

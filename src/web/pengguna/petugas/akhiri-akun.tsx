/** The page that ends an account: what ends, what stays open and goes to whom, why; then once more. */

import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { KhususPemberi } from '#web/pengguna/petugas/khusus-pemberi.tsx'
import {
  PekerjaanTerbuka,
  PilihPenerus,
  type Terbuka,
} from '#web/pengguna/petugas/pekerjaan-terbuka.tsx'
import { KembaliKePetugas, type Petugas } from '#web/pengguna/petugas/satu.tsx'
import { SelesaiSerah } from '#web/pengguna/petugas/selesai-serah.tsx'
import { teksSerah } from '#web/pengguna/petugas/teks-serah.ts'

const rute = getRouteApi('/pengguna/$id/akhiri')

export function HalamanAkhiriAkun() {
  const { id } = rute.useParams()
  const orang = useOp('pengguna.satu', { id })
  const terbuka = useOp('pengguna.pekerjaan_terbuka', { id })
  return (
    <KhususPemberi>
      <Tampil kueri={orang} halaman>
        {(p) => (
          <Tampil kueri={terbuka} halaman>
            {(isi) => <Akhiri p={p} terbuka={isi} />}
          </Tampil>
        )}
      </Tampil>
    </KhususPemberi>
  )
}

type Hasil = OutputOf<'pengguna.akhiri_akun'>

function Akhiri({ p, terbuka }: { p: Petugas; terbuka: Terbuka }) {
  const t = useTeks(teksSerah)
  const [hasil, setHasil] = useState<Hasil | null>(null)
  return (
    <>
      <PageHeader
        judul={t('akhiri')}
        judulTab={t('akhiriTab')}
        atas={<KembaliKePetugas id={p.id} nama={p.nama} />}
      />
      {hasil ? (
        <SelesaiSerah
          id={p.id}
          judul={t('selesaiAkhiri', { nama: p.nama })}
          butir={hasil.butir}
          menunggu={hasil.menungguPenerus}
        />
      ) : (
        <Stack gap="lg">
          <YangBerakhir p={p} />
          <PekerjaanTerbuka butir={terbuka.butir} />
          <Putuskan p={p} terbuka={terbuka} onSelesai={setHasil} />
        </Stack>
      )}
    </>
  )
}

function YangBerakhir({ p }: { p: Petugas }) {
  const t = useTeks(teksSerah)
  const f = useFormat()
  const n = p.semuaTugas.filter((tugas) => tugas.status !== 'berakhir').length
  return (
    <Section judul={t('yangBerakhir')}>
      <Stack gap="xs">
        <Text size="sm">{t('tugasN', { n: f.angka(n) })}</Text>
        <Text size="sm">{t('sesiN', { n: f.angka(p.sesiTerbuka) })}</Text>
        {p.tautan ? <Text size="sm">{t('tautanMati')}</Text> : null}
        <Text size="sm" c="dimmed">
          {t('catatanTetap')}
        </Text>
      </Stack>
    </Section>
  )
}

type PutuskanProps = { p: Petugas; terbuka: Terbuka; onSelesai: (h: Hasil) => void }

function Putuskan({ p, terbuka, onSelesai }: PutuskanProps) {
  const t = useTeks(teksSerah)
  const [penerus, setPenerus] = useState('')
  const [alasan, setAlasan] = useState('')
  const [kurang, setKurang] = useState(false)
  const [tanya, setTanya] = useState(false)
  const perintah = useCommand('pengguna.akhiri_akun', [
    'pengguna.satu',
    'pengguna.daftar',
    'pengguna.riwayat',
    'pengguna.serah_terima',
  ])
  const lanjut = () => {
    const cukup = alasan.trim().length >= 5
    setKurang(!cukup)
    setTanya(cukup)
  }
  return (
    <Section>
      <Stack gap="md" maw={640}>
        {terbuka.butir.length > 0 ? (
          <PilihPenerus
            calon={terbuka.calonPenerus}
            nilai={penerus}
            onPilih={setPenerus}
            bolehTanpa
          />
        ) : null}
        <TextInput
          label={t('alasan')}
          placeholder={t('alasanContoh')}
          required
          maxLength={500}
          value={alasan}
          error={kurang ? t('alasanKurang') : null}
          onChange={(e) => setAlasan(e.currentTarget.value)}
        />
        <Group>
          <Button color="red.8" onClick={lanjut}>
            {t('akhiriTombol', { nama: p.nama })}
          </Button>
        </Group>
      </Stack>
      <Confirm
        buka={tanya}
        judul={t('akhiriYakin')}
        tombol={t('akhiri')}
        sibuk={perintah.isPending}
        galat={kataGalat(perintah.error)}
        onBatal={() => setTanya(false)}
        onYa={() =>
          perintah.mutate(
            { id: p.id, alasan: alasan.trim(), penerus: penerus || null },
            { onSuccess: onSelesai },
          )
        }
      >
        <Text size="sm">{t('akhiriYakinIsi', { nama: p.nama })}</Text>
      </Confirm>
    </Section>
  )
}

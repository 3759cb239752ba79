/** The village head signs: the archive number, lines drawn on the screen or a scan of the paper, and a last look. */

import { Button, Group, SegmentedControl, Stack, Text, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { newCommandId } from '#web/api.ts'
import { UnggahBerkas } from '#web/berkas/unggah.tsx'
import { PesanGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import { Goresan } from '#web/musyawarah/goresan.tsx'
import { barisKini, hitungPutusan } from '#web/musyawarah/rapat-kini.ts'
import type { PropsRapat } from '#web/musyawarah/satu.tsx'
import { teksTanda } from '#web/musyawarah/teks-tanda.ts'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'

type Penanda = { id: string; nama: string; sebagai: string; goresan: string }
type Cara = 'gores' | 'pindaian'

type Isian = { nomor: string; cara: Cara; penanda: readonly Penanda[]; pindaian: string | null }

/** What is still missing before it can be signed. */
function kurang({ nomor, cara, penanda, pindaian }: Isian) {
  if (nomor.trim() === '') return 'isiNomor'
  if (penanda.some((p) => p.nama.trim() === '' || p.sebagai.trim() === '')) return 'isiNama'
  if (cara === 'pindaian') return pindaian === null ? 'isiPindaian' : null
  return penanda.some((p) => p.goresan === '') ? 'isiGores' : null
}

type Props = PropsRapat & { onTertahan: (baris: Tertahan) => void }

export function Tandatangani({ rapat, kotak, onTertahan }: Props) {
  const t = useTeks(teksTanda)
  const f = useFormat()
  const sesi = useSesi()
  const [isian, setIsian] = useState<Isian>(() => ({
    nomor: '',
    cara: 'gores',
    pindaian: null,
    penanda: [
      {
        id: 'lurah',
        nama: sesi.nama,
        sebagai: `${rapat.jenis === 'musdes' ? 'Kepala Desa' : 'Lurah'} ${rapat.namaWilayah}`,
        goresan: '',
      },
    ],
  }))
  const [dicoba, setDicoba] = useState(false)
  const [yakin, setYakin] = useState(false)
  const perintah = useCommand('musyawarah.tandatangani', ['musyawarah.satu'])
  const n = hitungPutusan(barisKini(rapat, kotak.menunggu))
  const jumlah = rapat.baris.length - (rapat.jenis === 'sptjm' ? 0 : n.belum)
  // The numbers shown count what waits on this device: the paper would not hold it.
  const sebab = kotak.menunggu.length > 0 ? 'belumTerkirim' : kurang(isian)
  const ubah = (id: string, baru: Partial<Penanda>) =>
    setIsian((lama) => ({
      ...lama,
      penanda: lama.penanda.map((p) => (p.id === id ? { ...p, ...baru } : p)),
    }))
  const kirim = () =>
    perintah.mutate(
      {
        kab: rapat.kab,
        id: rapat.id,
        versi: rapat.versi,
        nomor: isian.nomor.trim(),
        pindaian: isian.cara === 'pindaian' ? isian.pindaian : null,
        tanda: isian.penanda.map((p) => ({
          nama: p.nama.trim(),
          sebagai: p.sebagai.trim(),
          goresan: isian.cara === 'gores' ? p.goresan : null,
        })),
      },
      {
        onSuccess: ({ hasil }) => onTertahan(hasil.tertahan),
        onSettled: () => setYakin(false),
      },
    )
  return (
    <Section
      judul={t(rapat.jenis === 'sptjm' ? 'tandaJudulSptjm' : 'tandaJudul')}
      keterangan={t('tandaIsi')}
    >
      <Stack gap="md">
        <TextInput
          label={t('nomorArsip')}
          description={t('nomorIsi')}
          value={isian.nomor}
          maxLength={80}
          maw={360}
          required
          error={dicoba && sebab === 'isiNomor' ? t('isiNomor') : null}
          onChange={(e) => {
            const nomor = e.currentTarget.value
            setIsian((lama) => ({ ...lama, nomor }))
          }}
        />
        <SegmentedControl
          aria-label={t('cara')}
          value={isian.cara}
          onChange={(v) =>
            setIsian((lama) => ({ ...lama, cara: v === 'pindaian' ? 'pindaian' : 'gores' }))
          }
          data={[
            { value: 'gores', label: t('caraGores') },
            { value: 'pindaian', label: t('caraPindaian') },
          ]}
        />
        {isian.penanda.map((p, i) => (
          <SatuPenanda
            key={p.id}
            p={p}
            gores={isian.cara === 'gores'}
            pertama={i === 0}
            onUbah={(baru) => ubah(p.id, baru)}
            onBuang={() =>
              setIsian((lama) => ({
                ...lama,
                penanda: lama.penanda.filter((x) => x.id !== p.id),
              }))
            }
          />
        ))}
        <Group>
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            onClick={() =>
              setIsian((lama) => ({
                ...lama,
                penanda: [
                  ...lama.penanda,
                  { id: newCommandId(), nama: '', sebagai: '', goresan: '' },
                ],
              }))
            }
          >
            {t('tambahPenanda')}
          </Button>
        </Group>
        {isian.cara === 'pindaian' ? (
          <Stack gap="xs">
            <Text size="sm">{t('pindaianIsi')}</Text>
            <UnggahBerkas
              tempat={{ wilayah: rapat.wilayah }}
              pilihan={['ba_pindaian']}
              onSelesai={({ id }) => setIsian((lama) => ({ ...lama, pindaian: id }))}
            />
          </Stack>
        ) : null}
        <PesanGalat error={perintah.error} />
        <Group gap="sm">
          <Button
            onClick={() => {
              setDicoba(true)
              if (sebab === null) setYakin(true)
            }}
          >
            {t('tandatangani')}
          </Button>
          {dicoba && sebab ? (
            <Text size="sm" c="var(--mantine-color-error)" role="alert">
              {t(sebab)}
            </Text>
          ) : null}
        </Group>
      </Stack>
      <Confirm
        buka={yakin}
        judul={t('tandatangani')}
        tombol={t('tandatangani')}
        sibuk={perintah.isPending}
        onBatal={() => setYakin(false)}
        onYa={kirim}
      >
        <Text size="sm">
          {t('yakin', { n: f.angka(jumlah), nomor: isian.nomor.trim() })}{' '}
          {n.belum > 0 && rapat.jenis !== 'sptjm' ? t('sisa', { n: f.angka(n.belum) }) : ''}
        </Text>
      </Confirm>
    </Section>
  )
}

type PenandaProps = {
  p: Penanda
  gores: boolean
  /** The village head: cannot be taken off. */
  pertama: boolean
  onUbah: (baru: Partial<Penanda>) => void
  onBuang: () => void
}

function SatuPenanda({ p, gores, pertama, onUbah, onBuang }: PenandaProps) {
  const t = useTeks(teksTanda)
  return (
    <Stack gap="xs">
      <Group gap="sm" align="flex-end">
        <TextInput
          label={t('namaPenanda')}
          value={p.nama}
          maxLength={120}
          required
          onChange={(e) => onUbah({ nama: e.currentTarget.value })}
        />
        <TextInput
          label={t('sebagai')}
          value={p.sebagai}
          maxLength={120}
          required
          onChange={(e) => onUbah({ sebagai: e.currentTarget.value })}
        />
        {pertama ? null : (
          <Button variant="subtle" onClick={onBuang}>
            {t('keluarkan', { nama: p.nama })}
          </Button>
        )}
      </Group>
      {gores ? (
        <Goresan label={t('gores', { nama: p.nama })} onUbah={(goresan) => onUbah({ goresan })} />
      ) : null}
    </Stack>
  )
}

export type Tertahan = OutputOf<'musyawarah.tandatangani'>['hasil']['tertahan']

/** Rows that were decided and yet could not be signed, each with the cause. */
export function TertahanTanda({ tertahan }: { tertahan: Tertahan }) {
  const t = useTeks(teksTanda)
  const label = useLabel()
  return (
    <Notice nada="perhatian" judul={t('tertahan', { n: tertahan.length })} role="status">
      {tertahan.map((b) => (
        <Text size="sm" key={b.id}>
          {t('tertahanBaris', { nama: b.nama, sebab: label(b.masalah.label) })}
        </Text>
      ))}
    </Notice>
  )
}

/** Somebody else saved the same proposal meanwhile: which parts differ, and the person chooses. */
import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Loading } from '#ui/state.tsx'
import { benturanOf } from '#web/benturan.ts'
import { useOp } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { type Draf, isianOf } from '#web/usulan/pakai-draf.ts'
import type { Isian } from '#web/usulan/simpanan.ts'
import { teksIsian } from '#web/usulan/teks-isian.ts'

type Satu = OutputOf<'usulan.satu'>

const bagian = [
  ['nama', (x: Isian) => x.nama],
  ['rt', (x: Isian) => x.rt],
  ['alasan', (x: Isian) => x.isi.alasan],
  ['alamat', (x: Isian) => [x.isi.alamat, x.isi.rw, x.isi.nomorKk]],
  ['anggota', (x: Isian) => x.isi.anggota],
  ['jawaban', (x: Isian) => [x.isi.jawabanRuta, x.isi.jawabanKeluarga]],
  ['bukti', (x: Isian) => x.isi.berkas],
] as const

/** The parts in which two forms differ. */
const beda = (a: Isian, b: Isian) =>
  bagian
    .filter(([, ambil]) => JSON.stringify(ambil(a)) !== JSON.stringify(ambil(b)))
    .map(([nama]) => nama)

export function BenturanIsian({ draf }: { draf: Draf }) {
  const t = useTeks(teksIsian)
  const { usulan } = draf
  const kueri = useOp(
    'usulan.satu',
    { kab: usulan?.kab ?? 0, id: usulan?.id ?? '' },
    { enabled: usulan !== null, staleTime: 0 },
  )
  const segar = kueri.data && kueri.isFetchedAfterMount ? kueri.data : null
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnClickOutside={false}
      closeOnEscape={false}
      title={t('bentur')}
    >
      {segar ? <Pilihan draf={draf} kini={segar} /> : <Loading baris={3} />}
    </Modal>
  )
}

function Pilihan({ draf, kini }: { draf: Draf; kini: Satu }) {
  const t = useTeks(teksIsian)
  const f = useFormat()
  const oleh = benturanOf(draf.galat?.asal)?.[0]?.oleh
  const siapa = [kini.riwayat.at(-1)?.oleh, oleh?.pada ? f.waktu(oleh.pada) : null]
  return (
    <Stack gap="md">
      <Text size="sm">{t('benturIsi')}</Text>
      <Text size="sm">
        {siapa.filter(Boolean).join(', ')}
        <br />
        {t('benturBagian', {
          isi: beda(draf.isian, isianOf(kini))
            .map((b) => t(b))
            .join(', '),
        })}
      </Text>
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={() => draf.penyimpan.tetapSaya(kini.versi)}>
          {t('pakaiSaya')}
        </Button>
        <Button
          data-autofocus
          onClick={() =>
            draf.penyimpan.pakaiKini(isianOf(kini), {
              kab: kini.kab,
              id: kini.id,
              nomor: kini.nomor,
              versi: kini.versi,
              status: kini.status,
            })
          }
        >
          {t('pakaiKini')}
        </Button>
      </Group>
    </Stack>
  )
}

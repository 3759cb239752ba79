/** Members, housing, assets, aid and ranks from outside of one family. */
import { SimpleGrid, Stack, Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import { TabelAnggota } from '#web/keluarga/anggota.tsx'
import { Bantuan, KelayakanRiwayat, PeringkatLuar } from '#web/keluarga/bantuan.tsx'
import type { NikTerbuka } from '#web/keluarga/buka-nik.tsx'
import { namaSumber } from '#web/keluarga/program.ts'
import type { SatuKeluarga } from '#web/keluarga/ringkasan.tsx'
import { teksSatu } from '#web/keluarga/teks-satu.ts'
import { Tautan } from '#web/tautan.tsx'

export function Keadaan({ k, terbuka }: { k: SatuKeluarga; terbuka: NikTerbuka | null }) {
  return (
    <Stack gap="lg">
      <TabelAnggota k={k} terbuka={terbuka} />
      {kelompokOf(k.jawaban).map(([nama, jawaban]) => (
        <Jawaban key={nama} nama={nama} jawaban={jawaban} />
      ))}
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <Bantuan k={k} />
        <PeringkatLuar k={k} />
      </SimpleGrid>
      {k.kelayakanRiwayat.length > 0 ? <KelayakanRiwayat k={k} /> : null}
      {k.seruta.length > 0 ? <Seruta k={k} /> : null}
    </Stack>
  )
}

type Isi = SatuKeluarga['jawaban']

/** Answers by group, in the order in which they came. */
function kelompokOf(jawaban: Isi): [string, Isi][] {
  const urut = new Map<string, Isi>()
  for (const j of jawaban) urut.set(j.kelompok, [...(urut.get(j.kelompok) ?? []), j])
  return [...urut]
}

/** Where an answer came from, in words; null when nobody answered. */
function useAsal(): (j: Isi[number]) => string | null {
  const t = useTeks(teksSatu)
  const f = useFormat()
  return (j) =>
    j.sumber && j.tanggal
      ? t('dataDari', { sumber: namaSumber(j.sumber), tanggal: f.tanggalPendek(j.tanggal) })
      : null
}

/** One source for most answers is said once above them; only what differs says so itself. */
function Jawaban({ nama, jawaban }: { nama: string; jawaban: Isi }) {
  const t = useTeks(teksSatu)
  const label = useLabel()
  const asal = useAsal()
  const terjawab = jawaban.filter((j) => j.nilai !== null)
  const belum = jawaban.filter((j) => j.nilai === null)
  const bersama = terjawab.map(asal).find((a) => a !== null) ?? null
  return (
    <Section judul={nama} keterangan={bersama}>
      <Pairs
        isi={terjawab.map((j) => ({
          id: j.variabel,
          label: label(j.label),
          nilai: (
            <>
              {j.nilai ? label(j.nilai) : null}
              {asal(j) !== null && asal(j) !== bersama ? (
                <Text size="xs" c="dimmed">
                  {asal(j)}
                </Text>
              ) : null}
            </>
          ),
        }))}
      />
      {belum.length > 0 ? (
        <Text size="sm" c="dimmed" mt={terjawab.length > 0 ? 'md' : 0}>
          {t('belumDitanyaDaftar', { isi: belum.map((j) => label(j.label)).join(', ') })}
        </Text>
      ) : null}
    </Section>
  )
}

function Seruta({ k }: { k: SatuKeluarga }) {
  const t = useTeks(teksSatu)
  return (
    <Section judul={t('seruta')} keterangan={t('serutaIsi', { n: k.jumlahAnggotaRuta })}>
      <Stack gap={4}>
        {k.seruta.map((s) => (
          <Tautan key={s.id} to="/keluarga/$kab/$id" params={{ kab: String(s.kab), id: s.id }}>
            {s.namaKepala} ({t('anggotaIsi', { n: s.jumlahAnggota })})
          </Tautan>
        ))}
      </Stack>
    </Section>
  )
}

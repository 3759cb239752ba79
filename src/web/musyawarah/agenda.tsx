/** Sets the agenda: which of the waiting proposals, in which order. */
import { Button, Checkbox, Group, Stack, Text } from '@mantine/core'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { useState } from 'react'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt, useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { Kotak } from '#web/musyawarah/pakai-rapat.ts'
import classes from '#web/musyawarah/rapat.module.css'
import { barisKini } from '#web/musyawarah/rapat-kini.ts'
import type { PropsRapat } from '#web/musyawarah/satu.tsx'
import type { Rapat } from '#web/musyawarah/simpanan.ts'
import { teksRapat } from '#web/musyawarah/teks-rapat.ts'
import type { OutputOf } from '#web/operasi.ts'

type Calon = OutputOf<'musyawarah.calon'>['usulan']

export function Agenda({ rapat, salinan, kotak }: PropsRapat) {
  const t = useTeks(teksRapat)
  const menyusun = rapat.bolehUbah && rapat.status === 'disiapkan'
  const kueri = useOp(
    'musyawarah.calon',
    { kab: rapat.kab, id: rapat.id },
    { enabled: menyusun && !salinan, staleTime: 0 },
  )
  if (!menyusun || (salinan && !kueri.data))
    return <Susunan rapat={rapat} kotak={kotak} keterangan={salinan && menyusun} />
  return (
    <Section judul={t('agenda')} keterangan={t('agendaIsi')}>
      <Tampil kueri={kueri}>
        {({ usulan }) =>
          usulan.length === 0 ? (
            <Empty judul={t('agendaKosong')} isi={t('agendaKosongIsi')} />
          ) : (
            <Pilih key={susunan(rapat)} rapat={rapat} calon={usulan} kotak={kotak} />
          )
        }
      </Tampil>
    </Section>
  )
}

type SusunanProps = { rapat: Rapat; kotak: Kotak; keterangan: boolean }

/** The agenda as it stands, to read. */
function Susunan({ rapat, kotak, keterangan }: SusunanProps) {
  const t = useTeks(teksRapat)
  const label = useLabel()
  const baris = barisKini(rapat, kotak.menunggu)
  return (
    <Section judul={t('agenda')} keterangan={t(keterangan ? 'agendaSalinan' : 'agendaTutup')}>
      {baris.length === 0 ? (
        <Empty judul={t('agendaBelum')} />
      ) : (
        <ol className={classes.daftar}>
          {baris.map((b) => (
            <li key={b.usulanId} className={classes.calon}>
              <div>
                <Text size="sm" fw={600}>
                  {b.urutan}. {b.nama}
                </Text>
                <Text size="sm" c="dimmed">
                  {label(jenisUsulan[b.jenis].label)} · {t('rt', { n: nomorRt(b.rt) })}
                  {b.alasan ? ` · ${b.alasan}` : ''}
                </Text>
              </div>
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

/** Changes when the agenda itself does, not with the rest of the meeting. */
const susunan = (rapat: Rapat): string => rapat.baris.map((b) => b.usulanId).join()

/** Rows of the agenda first, in its order; then the others. */
const urutanOf = (dipilih: readonly string[], calon: Calon): string[] => [
  ...dipilih,
  ...calon.map((c) => c.usulanId).filter((id) => !dipilih.includes(id)),
]

function Pilih({ rapat, calon, kotak }: { rapat: Rapat; calon: Calon; kotak: Kotak }) {
  const t = useTeks(teksRapat)
  const f = useFormat()
  const menunggu = kotak.menunggu.findLast((k) => k.jenis === 'agenda')
  const mula = menunggu ? [...menunggu.isi] : rapat.baris.map((b) => b.usulanId)
  const [urut, setUrut] = useState(() => urutanOf(mula, calon))
  const [dipilih, setDipilih] = useState<ReadonlySet<string>>(() => new Set(mula))
  const tetap = new Set(
    barisKini(rapat, kotak.menunggu).flatMap((b) => (b.putusan ? [b.usulanId] : [])),
  )
  const per = new Map(calon.map((c) => [c.usulanId, c]))
  const pilih = (id: string, ya: boolean) => {
    const baru = new Set(dipilih)
    if (ya) baru.add(id)
    else baru.delete(id)
    setDipilih(baru)
  }
  const geser = (id: string, arah: 1 | -1) => {
    const i = urut.indexOf(id)
    if (i + arah < 0 || i + arah >= urut.length) return
    const baru = [...urut]
    baru.splice(i + arah, 0, ...baru.splice(i, 1))
    setUrut(baru)
  }
  const isi = urut.filter((id) => dipilih.has(id))
  const berubah = isi.join() !== mula.join()
  return (
    <Stack gap="sm">
      <Checkbox
        label={t('pilihSemua', { n: f.angka(calon.length) })}
        checked={dipilih.size === calon.length}
        indeterminate={dipilih.size > 0 && dipilih.size < calon.length}
        onChange={(e) => setDipilih(e.currentTarget.checked ? new Set(urut) : new Set([...tetap]))}
      />
      <ol className={classes.daftar}>
        {urut.map((id) => {
          const c = per.get(id)
          return c ? (
            <Satu
              key={id}
              c={c}
              urutan={isi.indexOf(id) + 1}
              dipilih={dipilih.has(id)}
              tetap={tetap.has(id)}
              onPilih={(ya) => pilih(id, ya)}
              onGeser={(arah) => geser(id, arah)}
            />
          ) : null
        })}
      </ol>
      <Group>
        <Button disabled={!berubah} onClick={() => kotak.agenda(isi, rapat.versi)}>
          {t('agendaSimpan', { n: f.angka(isi.length) })}
        </Button>
      </Group>
    </Stack>
  )
}

type SatuProps = {
  c: Calon[number]
  urutan: number
  dipilih: boolean
  tetap: boolean
  onPilih: (ya: boolean) => void
  onGeser: (arah: 1 | -1) => void
}

function Satu({ c, urutan, dipilih, tetap, onPilih, onGeser }: SatuProps) {
  const t = useTeks(teksRapat)
  const label = useLabel()
  return (
    <li className={classes.calon}>
      <Checkbox
        checked={dipilih}
        disabled={tetap}
        onChange={(e) => onPilih(e.currentTarget.checked)}
        label={`${urutan > 0 ? `${urutan}. ` : ''}${c.nama}`}
        description={[
          label(jenisUsulan[c.jenis].label),
          t('rt', { n: nomorRt(c.rt) }),
          ...(c.alasan ? [c.alasan] : []),
        ].join(' · ')}
      />
      {tetap ? <Status nada="netral">{t('sudahDiputuskan')}</Status> : null}
      {c.ditunda && !tetap ? <Status nada="info">{t('pernahDitunda')}</Status> : null}
      <Button
        variant="subtle"
        px={8}
        aria-label={t('naikkan', { nama: c.nama })}
        onClick={() => onGeser(-1)}
      >
        <IconArrowUp size={18} aria-hidden />
      </Button>
      <Button
        variant="subtle"
        px={8}
        aria-label={t('turunkan', { nama: c.nama })}
        onClick={() => onGeser(1)}
      >
        <IconArrowDown size={18} aria-hidden />
      </Button>
    </li>
  )
}

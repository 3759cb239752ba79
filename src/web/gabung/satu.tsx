/** One proposal to merge or unmerge: both records, what it does, its history, and the decision. */
import { List, Stack, Text } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import { Akibat } from '#web/gabung/akibat.tsx'
import { StatusGabung, useNamaGabung } from '#web/gabung/halaman.tsx'
import { PisahkanGabung } from '#web/gabung/pisah.tsx'
import { PutusGabung } from '#web/gabung/putus.tsx'
import { DuaRekaman } from '#web/gabung/rekaman.tsx'
import { teksGabung } from '#web/gabung/teks.ts'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan } from '#web/tautan.tsx'

const rute = getRouteApi('/gabung/$kab/$id')

export type SatuGabung = OutputOf<'gabung.satu'>

export function HalamanSatuGabung() {
  const t = useTeks(teksGabung)
  const n = useNamaGabung()
  const { kab, id } = rute.useParams()
  const kueri = useOp('gabung.satu', { kab: Number(kab), id })
  return (
    <Tampil kueri={kueri} halaman>
      {(g) => (
        <>
          <PageHeader
            judul={n.arah(g)}
            keterangan={`${n.nama(g)} · ${g.namaWilayah}`}
            judulTab={n.arah(g)}
            atas={<Tautan to="/gabung">{`← ${t('kembali')}`}</Tautan>}
          />
          <Stack gap="md" maw={880}>
            <Keadaan g={g} />
            {g.pratinjau ? (
              <>
                <Section rapat>
                  <DuaRekaman p={g.pratinjau} />
                </Section>
                {g.status === 'diajukan' ? (
                  <Akibat
                    judul={t(g.arah === 'gabung' ? 'akibat' : 'akibatPisah')}
                    akibat={g.pratinjau.akibat}
                  />
                ) : null}
              </>
            ) : (
              <Notice nada="info">{t('tersembunyi')}</Notice>
            )}
            {g.status === 'diajukan' ? <PutusGabung key={g.versi} g={g} /> : null}
            {g.bolehMemisah ? <PisahkanGabung g={g} /> : null}
            <Riwayat g={g} />
          </Stack>
        </>
      )}
    </Tampil>
  )
}

function Keadaan({ g }: { g: SatuGabung }) {
  const t = useTeks(teksGabung)
  const label = useLabel()
  const masalah = g.pratinjau?.masalah
  const lain = g.pemisahan ?? g.asal
  return (
    <Section>
      <Stack gap="sm">
        <div>
          <StatusGabung g={g} />
        </div>
        <Text size="sm">{g.alasan}</Text>
        {g.orang.length > 0 ? (
          <Text size="sm" c="dimmed">
            {t('pasangan', { isi: g.orang.map((p) => `${p.ke} = ${p.dari}`).join('; ') })}
          </Text>
        ) : null}
        {g.ambil.length > 0 ? (
          <Text size="sm" c="dimmed">
            {t('ambil', { isi: g.ambil.map(label).join(', ') })}
          </Text>
        ) : null}
        {lain ? (
          <Tautan to="/gabung/$kab/$id" params={{ kab: String(lain.kab), id: lain.id }}>
            {t(g.pemisahan ? 'bukaPemisahan' : 'bukaAsal')}
          </Tautan>
        ) : null}
        {masalah ? (
          <Notice nada="perhatian" judul={t('tidakDapat')}>
            <p>{label(masalah)}</p>
            {g.rincian.length > 0 ? (
              <>
                <p>{t('rincianJudul')}</p>
                <List size="sm">
                  {g.rincian.map((r) => (
                    <List.Item key={r.id}>{label(r)}</List.Item>
                  ))}
                </List>
              </>
            ) : null}
          </Notice>
        ) : null}
      </Stack>
    </Section>
  )
}

function Riwayat({ g }: { g: SatuGabung }) {
  const t = useTeks(teksGabung)
  const label = useLabel()
  const f = useFormat()
  return (
    <Section judul={t('riwayat')}>
      <List size="sm" spacing="xs">
        {g.langkah.map((l) => (
          <List.Item key={l.pada}>
            {t(`aksi_${l.aksi}`)} · {f.waktu(l.pada)} ·{' '}
            {t('langkahOleh', { nama: l.oleh, peran: l.peran ? label(l.peran) : '' })}
            {l.alasan ? <div>{l.alasan}</div> : null}
          </List.Item>
        ))}
      </List>
    </Section>
  )
}

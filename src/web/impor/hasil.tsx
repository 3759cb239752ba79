/** The sum that always holds: accepted + to check + held = rows in the file. */
import { Group, Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Section } from '#ui/section.tsx'
import classes from '#web/impor/hasil.module.css'
import type { SatuImpor } from '#web/impor/satu.tsx'
import { StatusImpor } from '#web/impor/status.tsx'
import { teksImpor } from '#web/impor/teks.ts'

export function HasilImpor({ d }: { d: SatuImpor }) {
  const t = useTeks(teksImpor)
  const f = useFormat()
  const label = useLabel()
  return (
    <Section judul={t('hasil')} keterangan={t('hasilIsi')} aksi={<StatusImpor status={d.status} />}>
      <dl className={classes.jumlah}>
        <Suku label={t('diterima')} nilai={f.angka(d.diterima)} isi={t('diterimaIsi')} />
        <span className={classes.tanda} aria-hidden>
          +
        </span>
        <Suku
          label={t('ditandai')}
          nilai={f.angka(d.ditandai)}
          isi={t('ditandaiIsi')}
          nada="perhatian"
        />
        <span className={classes.tanda} aria-hidden>
          +
        </span>
        <Suku label={t('ditahan')} nilai={f.angka(d.ditahan)} isi={t('ditahanIsi')} nada="salah" />
        <span className={classes.tanda} aria-hidden>
          =
        </span>
        <Suku label={t('barisDalamBerkas')} nilai={f.angka(d.jumlahBaris ?? 0)} />
      </dl>
      {d.tidakBerubah > 0 ? (
        <Text size="sm" c="dimmed" mt="sm">
          {t('tidakBerubah', { n: f.angka(d.tidakBerubah) })}
        </Text>
      ) : null}
      {d.lembar.length > 1 || d.catatan.length > 0 ? (
        <Group gap="xs" mt="sm">
          {d.lembar.map((l) => (
            <Text key={l.nomor} size="sm" c="dimmed">
              {t('lembar')} {l.nama}: {label(l.namaFormat)}
            </Text>
          ))}
        </Group>
      ) : null}
      {d.catatan.map((c) => (
        <Text key={c.id} size="sm" c="dimmed" mt={4}>
          {label(c)}
        </Text>
      ))}
    </Section>
  )
}

type SukuProps = { label: string; nilai: string; isi?: string; nada?: 'perhatian' | 'salah' }

function Suku({ label, nilai, isi, nada }: SukuProps) {
  return (
    <div className={classes.suku}>
      <dt className={classes.label}>{label}</dt>
      <dd className={classes.nilai} data-nada={nilai === '0' ? undefined : nada}>
        {nilai}
      </dd>
      {isi ? <dd className={classes.isi}>{isi}</dd> : null}
    </div>
  )
}

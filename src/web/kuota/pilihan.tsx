/** The rule of the cut: each choice says what it does, and goes into the address. */
import { Checkbox, Group, NativeSelect, Radio } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Section } from '#ui/section.tsx'
import { useOp } from '#web/kueri.ts'
import { alamatSimulasi, aturan, metode, type PilihanSimulasi } from '#web/kuota/alamat.ts'
import classes from '#web/kuota/pilihan.module.css'
import type { Simulasi } from '#web/kuota/simulasi.tsx'
import { teksKuota } from '#web/kuota/teks.ts'
import { memuat } from '#web/wilayah/nama.ts'

/** Changes the address of a simulation, keeping its other choices. */
export function useUbahSimulasi(id: string, pilihan: PilihanSimulasi) {
  const pergi = useNavigate()
  return (baru: Record<string, unknown>) =>
    void pergi({
      to: '/kuota/$id',
      params: { id },
      search: alamatSimulasi({ ...pilihan, ...baru }),
      replace: true,
      resetScroll: false,
    })
}

export function Pilihan({ s, pilihan }: { s: Simulasi; pilihan: PilihanSimulasi }) {
  const t = useTeks(teksKuota)
  const ubah = useUbahSimulasi(s.kuota.id, pilihan)
  const tersedia = metode.filter((m) => m !== 'tersimpan' || s.kuota.pembagian !== null)
  return (
    <Section>
      <Group align="flex-start" gap="xl">
        <Radio.Group
          label={t('aturan')}
          value={s.pilihan.aturan}
          onChange={(v) => ubah({ aturan: v })}
          className={classes.aturan}
        >
          <div className={classes.kartu}>
            {aturan.map((a) => (
              <Radio.Card key={a} value={a} className={classes.butir} aria-label={t(a)}>
                <Radio.Indicator />
                <span>
                  <span className={classes.judul}>{t(a)}</span>
                  <span className={classes.isi}>{t(`${a}_isi`)}</span>
                </span>
              </Radio.Card>
            ))}
          </div>
        </Radio.Group>
        <div className={classes.lain}>
          <PilihRonde s={s} onPilih={(ronde) => ubah({ ronde })} />
          <NativeSelect
            label={t('metode')}
            value={s.pilihan.metode}
            onChange={(e) => ubah({ metode: e.currentTarget.value })}
            data={tersedia.map((m) => ({ value: m, label: t(m) }))}
          />
          <Checkbox
            label={t('tidakLayakKeluar')}
            checked={s.pilihan.tidakLayakKeluar}
            onChange={(e) => ubah({ tidakLayakKeluar: e.currentTarget.checked })}
          />
        </div>
      </Group>
    </Section>
  )
}

/** Finished rankings that hold the whole area of the quota. */
function PilihRonde({ s, onPilih }: { s: Simulasi; onPilih: (ronde: string) => void }) {
  const t = useTeks(teksKuota)
  const label = useLabel()
  const kueri = useOp('peringkat.daftar', {}, { staleTime: 30_000 })
  const ronde = (kueri.data?.ronde ?? []).filter(
    (r) => r.status === 'selesai' && memuat(r.wilayah, s.kuota.wilayah),
  )
  if (ronde.length === 0) return null
  return (
    <NativeSelect
      label={t('ronde')}
      value={s.ronde.id}
      onChange={(e) => onPilih(e.currentTarget.value)}
      data={ronde.map((r) => ({
        value: r.id,
        label: `${label(r.judul)} · ${label(r.namaModel)} · ${r.namaWilayah}`,
      }))}
    />
  )
}

/** A named person chooses who of the equals at the line gets the places left, with a reason. */

import { Checkbox, Stack, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { DialogBenturan } from '#ui/benturan.tsx'
import { Confirm } from '#ui/confirm.tsx'
import { nomorRt, useFormat } from '#ui/format.ts'
import { bacaUlang, benturanOf } from '#web/benturan.ts'
import { kataGalat } from '#web/galat.tsx'
import { useCommand } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { inputSimulasi, type PilihanSimulasi } from '#web/kuota/alamat.ts'
import { useBarisSemua } from '#web/kuota/baris-semua.ts'
import type { GarisKuota } from '#web/kuota/garis.tsx'
import classes from '#web/kuota/putuskan-seri.module.css'
import type { Simulasi } from '#web/kuota/simulasi.tsx'
import { teksKuota } from '#web/kuota/teks.ts'

const segarkan = ['kuota.simulasi', 'kuota.simulasi_baris'] as const

type Props = { s: Simulasi; pilihan: PilihanSimulasi; g: GarisKuota; onTutup: () => void }

export function PutuskanSeri({ s, pilihan, g, onTutup }: Props) {
  const t = useTeks(teksKuota)
  const f = useFormat()
  const [dipilih, setDipilih] = useState<ReadonlySet<string>>(new Set())
  const [alasan, setAlasan] = useState('')
  const [kurang, setKurang] = useState(false)
  const perKelompok = s.pilihan.metode !== 'tanpa'
  const kueri = useBarisSemua(s.kuota.id, pilihan, 'seri', perKelompok ? g.kelompok : undefined)
  const perintah = useCommand('kuota.putuskan_seri', segarkan)
  const benturan = benturanOf(perintah.error)
  const simpan = (putusan: string | null = null) => {
    const cukup = alasan.trim().length >= 5
    setKurang(!cukup)
    if (!cukup || g.kunci === null) return
    const masuk = (kueri.data ?? [])
      .filter((b) => dipilih.has(b.id))
      .map(({ kab, id }) => ({ kab, id }))
    perintah.mutate(
      {
        ...inputSimulasi(s.kuota.id, pilihan),
        kelompok: g.kelompok,
        kunci: g.kunci,
        masuk,
        putusan,
        alasan: alasan.trim(),
      },
      { onSuccess: onTutup },
    )
  }
  const tukar = (id: string, ya: boolean) =>
    setDipilih((lama) => {
      const baru = new Set(lama)
      if (ya) baru.add(id)
      else baru.delete(id)
      return baru
    })
  return (
    <Confirm
      buka
      judul={t('putuskanJudul')}
      tombol={t('simpanPutusan')}
      onBatal={onTutup}
      onYa={() => simpan()}
      sibuk={perintah.isPending}
      mati={dipilih.size !== g.sisa}
      galat={perintah.isError && !benturan ? kataGalat(perintah.error) : undefined}
    >
      <Text size="sm">{t('putuskanIsi', { sama: f.angka(g.sama), sisa: f.angka(g.sisa) })}</Text>
      <Text size="sm" fw={600} role="status" aria-live="polite">
        {t('dipilih', { n: f.angka(dipilih.size), sisa: f.angka(g.sisa) })}
      </Text>
      <Tampil kueri={kueri}>
        {(baris) => (
          <Stack gap={0} className={classes.daftar}>
            {baris.map((b) => (
              <Checkbox
                key={b.id}
                className={classes.butir}
                checked={dipilih.has(b.id)}
                disabled={!dipilih.has(b.id) && dipilih.size >= g.sisa}
                onChange={(e) => tukar(b.id, e.currentTarget.checked)}
                label={b.namaKepala}
                description={`${b.namaWilayah}, RT ${nomorRt(b.rt)}${b.alamat ? `, ${b.alamat}` : ''}`}
              />
            ))}
          </Stack>
        )}
      </Tampil>
      <TextInput
        label={t('alasan')}
        placeholder={t('alasanPutusan')}
        value={alasan}
        maxLength={500}
        required
        error={kurang ? t('alasanKurang') : null}
        onChange={(e) => setAlasan(e.currentTarget.value)}
      />
      {benturan ? (
        <DialogBenturan
          isi={benturan}
          onKini={() => {
            bacaUlang(segarkan)
            onTutup()
          }}
          onSaya={() => simpan(String(benturan[0]?.versi ?? ''))}
        />
      ) : null}
    </Confirm>
  )
}

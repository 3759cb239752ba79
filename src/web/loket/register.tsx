/** The latest letters of the area, without names: open one again, or withdraw it. */

import { Button, Group, Text, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { DataTable } from '#ui/data-table.tsx'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Section } from '#ui/section.tsx'
import { Empty } from '#ui/state.tsx'
import { Status } from '#ui/status.tsx'
import { kataGalat } from '#web/galat.tsx'
import { useCommand, useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { teksLoket } from '#web/loket/teks.ts'
import { useUnduhSurat } from '#web/loket/terbit.tsx'
import type { OutputOf } from '#web/operasi.ts'

type Surat = OutputOf<'dokumen.daftar'>['dokumen'][number]

const nada = { berlaku: 'baik', dicabut: 'salah', diganti: 'netral' } as const

export function RegisterSurat() {
  const t = useTeks(teksLoket)
  const label = useLabel()
  const f = useFormat()
  const kueri = useOp('dokumen.daftar', { batas: 10 })
  const { galat, ambil } = useUnduhSurat()
  const [cabut, setCabut] = useState<Surat | null>(null)
  return (
    <Section judul={t('register')} keterangan={t('registerIsi')} rapat>
      {galat ? <Notice nada="salah" judul={galat} role="alert" /> : null}
      <Tampil kueri={kueri}>
        {({ dokumen }) => (
          <DataTable
            caption={t('register')}
            baris={dokumen}
            kunci={(d) => d.id}
            kosong={<Empty judul={t('registerKosong')} />}
            kolom={[
              { id: 'nomor', judul: t('kolomNomor'), isi: (d) => d.nomor, kartu: 'judul' },
              { id: 'jenis', judul: t('kolomJenis'), isi: (d) => label(d.jenis) },
              {
                id: 'tanggal',
                judul: t('kolomTanggal'),
                isi: (d) => f.tanggalPendek(d.tanggal),
                padat: true,
              },
              {
                id: 'status',
                judul: t('kolomStatus'),
                isi: (d) => <Status nada={nada[d.status]}>{t(d.status)}</Status>,
              },
              {
                id: 'aksi',
                judul: t('kolomAksi'),
                judulTersembunyi: true,
                kartu: 'polos',
                isi: (d) => (
                  <Group gap="xs" wrap="nowrap">
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={`${t('buka')} ${d.nomor}`}
                      onClick={() => void ambil(d)}
                    >
                      {t('buka')}
                    </Button>
                    {d.status === 'berlaku' ? (
                      <Button
                        size="compact-sm"
                        variant="default"
                        aria-label={`${t('cabut')} ${d.nomor}`}
                        onClick={() => setCabut(d)}
                      >
                        {t('cabut')}
                      </Button>
                    ) : null}
                  </Group>
                ),
              },
            ]}
          />
        )}
      </Tampil>
      {cabut ? <Cabut surat={cabut} onTutup={() => setCabut(null)} /> : null}
    </Section>
  )
}

function Cabut({ surat, onTutup }: { surat: Surat; onTutup: () => void }) {
  const t = useTeks(teksLoket)
  const [alasan, setAlasan] = useState('')
  const [kurang, setKurang] = useState(false)
  const perintah = useCommand('dokumen.cabut', ['dokumen.daftar'])
  const kirim = () => {
    const cukup = alasan.trim().length >= 5
    setKurang(!cukup)
    if (cukup)
      perintah.mutate(
        { kab: surat.kab, id: surat.id, alasan: alasan.trim() },
        { onSuccess: onTutup },
      )
  }
  return (
    <Confirm
      buka
      judul={t('cabutJudul', { nomor: surat.nomor })}
      tombol={t('cabut')}
      sibuk={perintah.isPending}
      galat={kataGalat(perintah.error)}
      onBatal={onTutup}
      onYa={kirim}
    >
      <Text size="sm">{t('cabutIsi')}</Text>
      <TextInput
        label={t('alasan')}
        value={alasan}
        maxLength={200}
        required
        data-autofocus
        error={kurang ? t('alasanKurang') : null}
        onChange={(e) => setAlasan(e.currentTarget.value)}
      />
    </Confirm>
  )
}

/** My account: who I am here, my roles, my ways to sign in, and where I am signed in. */
import { Stack } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { PageHeader } from '#ui/page-header.tsx'
import { Pairs } from '#ui/pairs.tsx'
import { Section } from '#ui/section.tsx'
import { useOp } from '#web/kueri.ts'
import { Tampil } from '#web/kueri-tampil.tsx'
import { AkunCara } from '#web/pengguna/akun-cara.tsx'
import { AkunKerabat } from '#web/pengguna/akun-kerabat.tsx'
import { AkunPeran } from '#web/pengguna/akun-peran.tsx'
import { AkunSesi } from '#web/pengguna/akun-sesi.tsx'
import { teksAkun } from '#web/pengguna/teks-akun.ts'

export function HalamanAkun() {
  const t = useTeks(teksAkun)
  const f = useFormat()
  const akun = useOp('akun.saya', {})
  const identitas = useOp('pengguna.identitas_saya', {})
  const nomor = (isi: string | null | undefined) => ({
    nilai: isi ?? (identitas.isPending ? '…' : t('belumAda')),
    redup: !isi,
  })
  return (
    <>
      <PageHeader judul={t('judul')} keterangan={t('keterangan')} />
      <Tampil kueri={akun} halaman>
        {(data) => (
          <Stack gap="lg">
            <Section judul={t('diri')} keterangan={t('diriIsi')}>
              <Pairs
                isi={[
                  { id: 'nama', label: t('nama'), nilai: data.nama },
                  { id: 'username', label: t('username'), nilai: data.username },
                  {
                    id: 'telepon',
                    label: t('telepon'),
                    nilai: data.telepon ?? t('belumAda'),
                    redup: data.telepon === null,
                  },
                  { id: 'nik', label: t('nik'), ...nomor(identitas.data?.nik) },
                  { id: 'kk', label: t('kk'), ...nomor(identitas.data?.nomorKk) },
                  {
                    id: 'pakta',
                    label: t('pakta'),
                    nilai: data.pakta
                      ? t('paktaDiterima', { tanggal: f.tanggal(data.pakta.diterimaPada) })
                      : t('paktaBelum'),
                    redup: data.pakta === null,
                  },
                ]}
              />
            </Section>
            <AkunKerabat />
            <AkunPeran akun={data} />
            <AkunCara akun={data} />
            <AkunSesi akun={data} />
          </Stack>
        )}
      </Tampil>
    </>
  )
}

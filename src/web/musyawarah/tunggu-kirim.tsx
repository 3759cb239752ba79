/** Says plainly what was not yet sent, and asks the person where the server could not take it. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useFormat } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { Live } from '#ui/progress.tsx'
import type { PropsRapat } from '#web/musyawarah/satu.tsx'
import type { Kiriman } from '#web/musyawarah/simpanan.ts'
import { teksMusyawarah } from '#web/musyawarah/teks.ts'
import { teksRapat } from '#web/musyawarah/teks-rapat.ts'

export function TungguKirim({ rapat, salinan, kotak }: PropsRapat) {
  const t = useTeks(teksMusyawarah)
  const f = useFormat()
  const n = kotak.menunggu.filter((k) => !k.masalah).length
  const tertahan = kotak.tahap === 'tertahan'
  const diam = !salinan && kotak.menunggu.length === 0 && kotak.ditolak.length === 0
  return (
    <Stack gap="sm" mt={diam ? -16 : 0}>
      {salinan ? (
        <Notice nada="perhatian" judul={t('salinan')}>
          <Text size="sm">{t('salinanIsi')}</Text>
        </Notice>
      ) : null}
      {n > 0 && kotak.tahap !== 'mengirim' ? (
        <Notice nada="perhatian" judul={t('antre', { n: f.angka(n) })}>
          <Text size="sm">{t(tertahan ? 'antreTahan' : 'antreIsi')}</Text>
          <Button size="compact-sm" variant="default" mt="xs" onClick={kotak.kirimSekarang}>
            {t('kirimSekarang')}
          </Button>
        </Notice>
      ) : null}
      {kotak.menunggu.map((k) =>
        k.masalah ? <Bermasalah key={k.id} k={k} rapat={rapat} kotak={kotak} /> : null,
      )}
      <Ditolak rapat={rapat} kotak={kotak} />
      <Live>{n > 0 ? t('antre', { n: f.angka(n) }) : t('terkirim')}</Live>
    </Stack>
  )
}

type BermasalahProps = Pick<PropsRapat, 'rapat' | 'kotak'> & { k: Kiriman }

function Bermasalah({ k, rapat, kotak }: BermasalahProps) {
  const t = useTeks(teksMusyawarah)
  const bentrok = k.masalah?.kode === 'versi.berubah' && k.jenis !== 'putuskan'
  const judul = bentrok ? t(`bentrok_${k.jenis}`) : (k.masalah?.judul ?? '')
  return (
    <Notice nada="salah" judul={judul} role="alert">
      <Text size="sm">{bentrok ? t('bentrokIsi') : k.masalah?.isi}</Text>
      <Group gap="xs" mt="xs">
        <Button size="compact-sm" variant="default" onClick={() => kotak.paksa(k.id, rapat.versi)}>
          {t(k.jenis === 'putuskan' ? 'kirimSekarang' : 'paksa')}
        </Button>
        <Button size="compact-sm" variant="default" onClick={() => kotak.buang(k.id)}>
          {t(k.jenis === 'putuskan' ? 'buangPutusan' : 'buang')}
        </Button>
      </Group>
    </Notice>
  )
}

function Ditolak({ rapat, kotak }: Pick<PropsRapat, 'rapat' | 'kotak'>) {
  const t = useTeks(teksMusyawarah)
  const r = useTeks(teksRapat)
  const label = useLabel()
  if (kotak.ditolak.length === 0) return null
  const nama = new Map(rapat.baris.map((b) => [b.usulanId, b.nama]))
  return (
    <Notice nada="salah" judul={t('ditolak')} role="alert">
      {kotak.ditolak.map(({ isi, label: sebab }) => (
        <Text size="sm" key={isi.id}>
          {t('ditolakBaris', {
            nama: nama.get(isi.usulanId) ?? '–',
            putusan: r(isi.putusan),
            sebab: label(sebab),
          })}
        </Text>
      ))}
      <Button size="compact-sm" variant="default" mt="xs" onClick={kotak.lupakanDitolak}>
        {t('mengerti')}
      </Button>
    </Notice>
  )
}

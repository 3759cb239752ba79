/** Check your answers, then propose: what is typed is sent first, so nothing is proposed that is not seen. */
import { Button, Group, Stack, Text } from '@mantine/core'
import { useState } from 'react'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { nomorRt } from '#ui/format.ts'
import { Notice } from '#ui/notice.tsx'
import { PageHeader } from '#ui/page-header.tsx'
import { Section } from '#ui/section.tsx'
import type { ShownError } from '#ui/state.tsx'
import { shownOf } from '#web/api.ts'
import { Tautan } from '#web/tautan.tsx'
import classes from '#web/usulan/cepat.module.css'
import type { Tanya } from '#web/usulan/cepat.tsx'
import { Kembar } from '#web/usulan/kembar.tsx'
import type { Draf } from '#web/usulan/pakai-draf.ts'
import { segarkanUsulan, useLangkah } from '#web/usulan/perintah.ts'
import { StatusSimpan } from '#web/usulan/status-simpan.tsx'
import { teksIsian } from '#web/usulan/teks-isian.ts'

type Props = {
  draf: Draf
  tanya: readonly Tanya[]
  kurang: readonly Tanya[]
  onUbah: (tanya: Tanya) => void
  onTerkirim: () => void
}

export function CepatPeriksa({ draf, tanya, kurang, onUbah, onTerkirim }: Props) {
  const t = useTeks(teksIsian)
  const { isian } = draf
  const kirim = useKirim(draf, onTerkirim)
  const nilai: Record<Tanya, string> = {
    nama: isian.nama,
    rt: `RT ${nomorRt(isian.rt)}`,
    alasan: isian.isi.alasan ?? '',
  }
  const baris: readonly Tanya[] = tanya.includes('rt') ? tanya : ['nama', 'rt', 'alasan']
  return (
    <>
      <PageHeader
        judul={t('periksa')}
        judulTab={t('judulBaru')}
        atas={<Tautan to="/usulan">{`← ${t('kembali')}`}</Tautan>}
      />
      <Section>
        <Stack gap="lg" maw={640}>
          <dl className={classes.jawaban}>
            {baris.map((b) => (
              <div key={b}>
                <dt>{t(b)}</dt>
                <dd>{nilai[b].trim() || t('belumDijawab')}</dd>
                {tanya.includes(b) ? (
                  <dd className={classes.ubah}>
                    <Button
                      variant="subtle"
                      aria-label={t('ubahJawaban', { apa: t(b) })}
                      onClick={() => onUbah(b)}
                    >
                      {t('ubahSaja')}
                    </Button>
                  </dd>
                ) : null}
              </div>
            ))}
          </dl>
          <Kembar nama={isian.nama} wilayah={isian.wilayah} kecuali={draf.usulan?.id} />
          {kirim.galat ? (
            <Notice nada="salah" judul={kirim.galat.judul} role="alert">
              <Text size="sm">{kirim.galat.isi}</Text>
            </Notice>
          ) : null}
          <Group gap="xs">
            <Button
              size="md"
              loading={kirim.sibuk}
              onClick={() => {
                const [dulu] = kurang
                if (dulu) onUbah(dulu)
                else void kirim.ajukan()
              }}
            >
              {t('ajukan')}
            </Button>
          </Group>
          <StatusSimpan draf={draf} />
        </Stack>
      </Section>
    </>
  )
}

function useKirim(draf: Draf, onTerkirim: () => void) {
  const t = useTeks(teksIsian)
  const label = useLabel()
  const perintah = useLangkah('ajukan')
  const [sibuk, setSibuk] = useState(false)
  const [galat, setGalat] = useState<ShownError | null>(null)
  const ajukan = async () => {
    setSibuk(true)
    setGalat(null)
    try {
      const usulan = await draf.penyimpan.sekarang()
      if (!usulan) {
        const g = draf.penyimpan.kini().galat
        setGalat(
          g && g.status !== 0 ? g.shown : { judul: t('belumTerkirim'), isi: t('belumTerkirimIsi') },
        )
        return
      }
      const { kab, id, versi } = usulan
      const hasil = await perintah.mutateAsync({ pilihan: { usulan: [{ kab, id, versi }] } })
      const [tertahan] = hasil.tertahan
      if (tertahan) {
        const { masalah } = tertahan
        setGalat({
          judul: label(masalah.label),
          isi:
            masalah.kurang.length > 0
              ? t('belumAda', { isi: masalah.kurang.map((k) => label(k.label)).join(', ') })
              : undefined,
        })
        return
      }
      draf.penyimpan.lepas()
      void segarkanUsulan()
      onTerkirim()
    } catch (error) {
      setGalat(shownOf(error))
    } finally {
      setSibuk(false)
    }
  }
  return { ajukan, sibuk, galat }
}

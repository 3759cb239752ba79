/** What came of a decision on a difference: the proposal that brings it into the registry, or why there is none. */
import { Button, Text } from '@mantine/core'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { Notice } from '#ui/notice.tsx'
import { PesanGalat } from '#web/galat.tsx'
import type { Beda } from '#web/kepercayaan/halaman.tsx'
import { teksKepercayaan } from '#web/kepercayaan/teks.ts'
import { useCommand } from '#web/kueri.ts'
import type { OutputOf } from '#web/operasi.ts'
import { Tautan } from '#web/tautan.tsx'

/** What the server answered to a decision, or to making a proposal of one. */
export type HasilPutusan = Pick<OutputOf<'beda.putus'>, 'usulan' | 'tanpaUsulan'>

type Usulan = NonNullable<Beda['usulan']>

const keUsulan = (u: Usulan) => ({ kab: String(u.kab), id: u.id })

export function HasilPutusanBeda({ h }: { h: HasilPutusan }) {
  const t = useTeks(teksKepercayaan)
  const label = useLabel()
  return (
    <Notice nada="baik" role="status" judul={t('putusanTersimpan')}>
      {h.usulan ? (
        <Text size="sm">
          {t('drafDibuat', { nomor: h.usulan.nomor })}{' '}
          <Tautan to="/usulan/$kab/$id" params={keUsulan(h.usulan)} underline="always">
            {t('lengkapiUsulan')}
          </Tautan>
        </Text>
      ) : h.tanpaUsulan ? (
        <Text size="sm">{label(h.tanpaUsulan)}</Text>
      ) : null}
    </Notice>
  )
}

/** Under a decision: its proposal and how far that is. */
export function AkibatPutusan({ b }: { b: Beda }) {
  const t = useTeks(teksKepercayaan)
  const label = useLabel()
  return (
    <>
      {b.usulan ? (
        <Text size="xs" component="div">
          {b.usulan.bolehBuka ? (
            <Tautan to="/usulan/$kab/$id" params={keUsulan(b.usulan)} size="xs" underline="always">
              {t('usulanNomor', { nomor: b.usulan.nomor })}
            </Tautan>
          ) : (
            t('usulanNomor', { nomor: b.usulan.nomor })
          )}
          {`: ${label(b.usulan.label)}`}
        </Text>
      ) : null}
      {b.tanpaUsulan ? (
        <Text size="xs" c="dimmed">
          {label(b.tanpaUsulan)}
        </Text>
      ) : null}
    </>
  )
}

export function JadikanUsulan({ b, onHasil }: { b: Beda; onHasil: (h: HasilPutusan) => void }) {
  const t = useTeks(teksKepercayaan)
  const label = useLabel()
  const perintah = useCommand('beda.usulkan', ['beda.daftar', 'usulan.daftar'])
  const { kab, id, versi } = b
  return (
    <>
      <Button
        size="compact-sm"
        loading={perintah.isPending}
        aria-label={t('usulkanTentang', { bidang: label(b.label), nama: b.nama })}
        onClick={() =>
          perintah.mutate(
            { kab, id, versi },
            { onSuccess: ({ usulan }) => onHasil({ usulan, tanpaUsulan: null }) },
          )
        }
      >
        {t('jadikanUsulan')}
      </Button>
      <PesanGalat error={perintah.error} />
    </>
  )
}

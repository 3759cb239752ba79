/** Asks for new recovery codes; the old ones end at once. */

import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTeks } from '#ui/bahasa.ts'
import { Confirm } from '#ui/confirm.tsx'
import { call } from '#web/api.ts'
import { kataGalat } from '#web/galat.tsx'
import { teksAkun } from '#web/pengguna/teks-akun.ts'

type Props = { ada: boolean; onKode: (kode: readonly string[]) => void }

export function KodeBaru({ ada, onKode }: Props) {
  const t = useTeks(teksAkun)
  const [tanya, setTanya] = useState(false)
  const buat = useMutation({
    mutationFn: () => call('akun.pemulihanBaru', {}),
    onSuccess: ({ pemulihan }) => {
      setTanya(false)
      onKode(pemulihan)
    },
  })
  return (
    <>
      <Button variant="default" size="xs" onClick={() => setTanya(true)}>
        {t(ada ? 'kodeBaru' : 'buatKode')}
      </Button>
      <Confirm
        buka={tanya}
        judul={t(ada ? 'kodeBaru' : 'buatKode')}
        tombol={t('buatKode')}
        sibuk={buat.isPending}
        galat={kataGalat(buat.error)}
        onBatal={() => setTanya(false)}
        onYa={() => buat.mutate()}
      >
        <Text size="sm">{t('kodeBaruIsi')}</Text>
      </Confirm>
    </>
  )
}

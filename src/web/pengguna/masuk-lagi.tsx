/** The session ended while a page was open: sign in over it, the page beneath stays as it is. */
import { Button, Modal, Stack, Text } from '@mantine/core'
import { useTeks } from '#ui/bahasa.ts'
import { useOp } from '#web/kueri.ts'
import { KodeContoh } from '#web/pengguna/akun-contoh.tsx'
import { useAlurMasuk } from '#web/pengguna/alur-masuk.ts'
import { FormSandi } from '#web/pengguna/form-sandi.tsx'
import { LangkahKedua, TombolPasskey } from '#web/pengguna/langkah-kedua.tsx'
import { passkeyBisa } from '#web/pengguna/passkey.ts'
import { bukaBaru } from '#web/pengguna/sesi.ts'
import { teksPengguna } from '#web/pengguna/teks.ts'

export function MasukLagi({ onMasuk }: { onMasuk: () => void }) {
  const t = useTeks(teksPengguna)
  const awal = useOp('sesi.awal', {}, { staleTime: 60_000 })
  const alur = useAlurMasuk(onMasuk)
  const passkey = passkeyBisa(awal.data?.domainPasskey)
  return (
    <Modal opened onClose={() => undefined} withCloseButton={false} title={t('sesiBerakhir')}>
      <Text size="sm" c="dimmed" mb="md">
        {t('sesiBerakhirIsi')}
      </Text>
      {alur.kedua ? (
        <LangkahKedua
          alur={alur}
          passkeyBisa={passkey}
          {...(awal.data?.demo
            ? {
                bantuan: (kirim: (kode: string) => void) => (
                  <KodeContoh username={alur.form.values.nama.trim()} onIsi={kirim} />
                ),
              }
            : {})}
        />
      ) : (
        <Stack gap="md">
          <FormSandi alur={alur} />
          {passkey ? <TombolPasskey alur={alur} /> : null}
          <Button variant="subtle" onClick={bukaBaru}>
            {t('halamanMasuk')}
          </Button>
        </Stack>
      )}
    </Modal>
  )
}

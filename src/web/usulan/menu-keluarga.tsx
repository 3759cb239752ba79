/** What can be proposed about a family, from its page; each role sees what its track lets it propose. */
import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconFilePlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Langkah } from '#domain/usulan/alur.ts'
import { type JenisUsulan, jalurOf, jenisUsulan } from '#domain/usulan/jenis.ts'
import { semuaAlur } from '#domain/usulan/semua-alur.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import type { OutputOf } from '#web/operasi.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { pelakuOf } from '#web/usulan/langkah.ts'
import { teksUsulan } from '#web/usulan/teks.ts'

type Keluarga = Pick<OutputOf<'keluarga.satu'>, 'kab' | 'id' | 'kelayakan'>

/** The kinds that begin here, in the order of the menu. */
const jenis = [
  'perbaikan_identitas',
  'perbaikan_keluarga',
  'perubahan_keadaan',
  'tidak_layak',
  'layak_kembali',
] as const satisfies readonly JenisUsulan[]

/** Whether a role may send a draft of this kind on its way. */
function bolehMengajukan(j: JenisUsulan, peran: string): boolean {
  const siapa = pelakuOf(peran)
  const langkah: readonly Langkah[] = semuaAlur[jalurOf(j)].langkah
  return siapa !== null && langkah.some((l) => l.aksi === 'ajukan' && l.oleh.includes(siapa))
}

/** Not eligible is proposed of a family that is; eligible again of one that is not. */
const cocok = (j: (typeof jenis)[number], kelayakan: string): boolean =>
  j === 'tidak_layak'
    ? kelayakan !== 'tidak_layak'
    : j === 'layak_kembali'
      ? kelayakan === 'tidak_layak'
      : true

export function MenuUsulan({ k }: { k: Keluarga }) {
  const t = useTeks(teksUsulan)
  const label = useLabel()
  const { peran } = useSesi()
  const bisa = jenis.filter((j) => bolehMengajukan(j, peran) && cocok(j, k.kelayakan))
  if (bisa.length === 0) return null
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <Button
          variant="default"
          leftSection={<IconFilePlus size={16} aria-hidden />}
          rightSection={<IconChevronDown size={16} aria-hidden />}
        >
          {t('usulkanPerubahan')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {bisa.map((j) => (
          <Menu.Item
            key={j}
            renderRoot={(props) => (
              <Link
                to="/usulan/isian"
                search={{ jenis: j, kab: k.kab, keluarga: k.id }}
                {...props}
              />
            )}
          >
            {label(jenisUsulan[j].label)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

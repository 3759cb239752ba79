/** The menu "Family events" on the page of a family: one short form per kind. */
import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconUsersGroup } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { jenisUsulan } from '#domain/usulan/jenis.ts'
import { useLabel, useTeks } from '#ui/bahasa.ts'
import { useSesi } from '#web/pengguna/sesi.ts'
import { jenisBerform, type SatuKeluarga } from '#web/peristiwa/isian.ts'
import { teksPeristiwa } from '#web/peristiwa/teks.ts'

/** Roles that report events. */
const pelapor: readonly string[] = ['operator_desa', 'pengisi_data']

export function MenuPeristiwa({ k }: { k: SatuKeluarga }) {
  const t = useTeks(teksPeristiwa)
  const label = useLabel()
  const sesi = useSesi()
  const pergi = useNavigate()
  if (!pelapor.includes(sesi.peran)) return null
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button
          leftSection={<IconUsersGroup size={16} aria-hidden />}
          rightSection={<IconChevronDown size={14} aria-hidden />}
        >
          {t('menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {jenisBerform
          .filter((jenis) => k.status === 'aktif' || jenis === 'hidup_kembali')
          .map((jenis) => (
            <Menu.Item
              key={jenis}
              onClick={() =>
                void pergi({
                  to: '/keluarga/$kab/$id/peristiwa',
                  params: { kab: String(k.kab), id: k.id },
                  search: { jenis },
                })
              }
            >
              {label(jenisUsulan[jenis].label)}
            </Menu.Item>
          ))}
      </Menu.Dropdown>
    </Menu>
  )
}

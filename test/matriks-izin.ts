/** Writes docs/matriks-izin.md, who may do what, from the contract: `npm run gen`. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Operation } from '#contract/operation.ts'
import { type Peran, peran, semuaPeran } from '#contract/peran.ts'
import { projectRoot } from '#server/db/embedded/places.ts'
import { semuaKontrak } from './kontrak-semua.ts'

export const matriksPath = join(projectRoot, 'docs', 'matriks-izin.md')

const faktor = { kuat: 'TOTP or passkey', perangkat: 'passkey or paired device', sandi: 'password' }

const baris = (sel: readonly string[]): string => `| ${sel.join(' | ')} |`

const kepala = (judul: readonly string[]): string =>
  [baris(judul), baris(judul.map(() => '---'))].join('\n')

const boleh = (op: Operation, p: Peran): string => {
  if (op.permission === 'umum') return 'umum'
  if (op.akunSendiri) return 'sendiri'
  return op.permission.includes(p) ? '✓' : ''
}

const peranBaris = (p: Peran): string => {
  const { label, tingkat, faktor: wajib } = peran[p]
  return baris([`\`${p}\``, label.id, label.en, tingkat.join(', '), faktor[wajib]])
}

const sifat = (op: Operation): string[] => [
  op.audit,
  op.kukuh ? 'ya' : '',
  op.lintas ?? '',
  op.berkas ?? '',
]

/** The whole text of the file. */
export async function matriksIzin(): Promise<string> {
  const operations = await semuaKontrak()
  const groups = Map.groupBy(operations, (op) => op.id.split('.')[0] ?? '')
  const bagian = [...groups].map(([konsep, ops]) => {
    const rows = ops.map((op) =>
      baris([`\`${op.id}\``, op.label.id, ...sifat(op), ...semuaPeran.map((p) => boleh(op, p))]),
    )
    return [
      `## ${konsep}`,
      '',
      kepala(['operation', 'label', 'audit', 'kukuh', 'lintas', 'berkas', ...semuaPeran]),
      ...rows,
    ].join('\n')
  })
  return `${[
    '# Matriks izin: who may do what',
    '',
    'Generated from `src/contract` by `npm run gen`; a test compares the two. Every answer obeys the area of',
    'the role worn besides, down to its RT or its assigned families.',
    '',
    '- **✓** the role may; **umum** anybody, signed in or not; **sendiri** about one’s own account, with or without a role.',
    '- **audit**: `baca` shows persons and is logged, `tulis` changes something, is logged and carries a command id.',
    '- **kukuh**: asks the person to prove who they are again, if the last time is over ten minutes ago.',
    '- **lintas**: what the answer says about records outside the area: `agregat` frozen totals, equal for all; `satu-bit` one bit.',
    '- **berkas**: takes a file (`unggah`) or answers with one (`unduh`).',
    '',
    '## Roles',
    '',
    kepala(['role', 'nama', 'name', 'held at', 'must prove']),
    ...semuaPeran.map(peranBaris),
    '',
    bagian.join('\n\n'),
  ].join('\n')}\n`
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(matriksPath, await matriksIzin())

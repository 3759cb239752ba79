/** `siks kuota …`: set a quota, simulate, freeze, verify and export, by the same operations as the app. */
import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { type Command, InvalidArgumentError, Option } from 'commander'
import { aturanKuota } from '#domain/kuota/istilah.ts'
import type { Ringkasan } from '#domain/kuota/ringkasan.ts'
import type { Label } from '#domain/label.ts'
import { parseKode } from '#domain/wilayah/kode.ts'
import { Unduhan } from '#server/http/reply.ts'
import { adopt, perform, type Siapa } from '#server/kuota/perintah.ts'
import { type OpenDatabase, Refused, type Terminal, terminalOf, withDatabase } from './run.ts'

function kode(text: string): number {
  const found = text === '0' ? 0 : parseKode(text)
  if (found === null) throw new InvalidArgumentError('Kode wilayah: 2, 4, 6, atau 10 angka.')
  return found
}

function bilangan(text: string): number {
  const n = Number(text)
  if (!Number.isSafeInteger(n) || n < 0) throw new InvalidArgumentError('Harus bilangan bulat.')
  return n
}

/** Options of all commands below, as they are written. */
type Opsi = {
  readonly program?: string
  readonly wilayah?: number
  readonly dari?: string
  readonly sampai?: string
  readonly jumlah?: number
  readonly sumber?: string
  readonly sk?: string
  readonly tanggalSk?: string
  readonly penerbit?: string
  readonly alasan?: string
  readonly oleh?: string
  readonly ronde?: string
  readonly aturan?: string
  readonly metode?: string
  readonly tidakLayakKeluar?: boolean
  readonly keluar?: string
  readonly tujuan?: string
  readonly identitas?: boolean
}
type Kerja = (run: Jalan, terminal: Terminal) => Promise<void>
/** Runs one operation; a refusal ends the command with its text. */
type Jalan = <T>(operasi: string, input: object) => Promise<T>

const whoOf = (opsi: Opsi): Siapa => ({ username: opsi.oleh ?? null })

async function withOperations(name: string, command: Command, opsi: Opsi, work: Kerja) {
  const terminal = terminalOf(command)
  await withDatabase(`siks kuota ${name}`, async (database: OpenDatabase) => {
    const run: Jalan = async <T>(operasi: string, input: object) => {
      const result = await perform(database.pools, whoOf(opsi), operasi, input)
      if (!result.ok) throw new Refused(result.error)
      return result.value as T
    }
    await work(run, terminal)
  })
}

/** Who states a reason means to replace what is in force, whatever it is. */
async function versionInForce(
  run: Jalan,
  asked: { program: string | undefined; wilayah: number | undefined; dari: string | undefined },
): Promise<number> {
  const { program, wilayah } = asked
  const found = await run<{ kuota: { wilayah: number; dari: string; versi: number }[] }>(
    'kuota.daftar',
    { program, wilayah },
  )
  return found.kuota.find((k) => k.wilayah === wilayah && k.dari === asked.dari)?.versi ?? 0
}

const n = (value: number): string => value.toLocaleString('id-ID')

const choiceOptions = (command: Command): Command =>
  command
    .option('--ronde <id>', 'pemeringkatan; tanpa ini yang terbaru yang mencakup wilayah')
    .addOption(
      new Option('--aturan <aturan>', 'aturan pemotongan')
        .choices(aturanKuota)
        .default(aturanKuota[0]),
    )
    .option('--tidak-layak-keluar', 'penerima berstatus tidak layak kehilangan tempat')
    .addOption(
      new Option('--metode <metode>', 'garis per kelurahan menurut pembagian').choices([
        'tanpa',
        'tersimpan',
        'terdaftar',
        'miskin',
      ]),
    )

const choiceOf = (id: string, opsi: Opsi): object => ({
  id,
  aturan: opsi.aturan,
  tidakLayakKeluar: opsi.tidakLayakKeluar === true,
  ...(opsi.ronde ? { ronde: opsi.ronde } : {}),
  ...(opsi.metode ? { metode: opsi.metode } : {}),
})

type Kuota = {
  id: string
  program: string
  wilayah: number
  namaWilayah: string
  dari: string
  jumlah: number
  daftar: { id: string; versi: number } | null
}
type Simulasi = {
  kuota: Kuota
  ringkasan: Ringkasan
  garis: { nama: string; kalimat: Label }[]
  halangan: Label[]
  sidik: string
}

function summaryText({ kuota, ringkasan: r, garis, halangan }: Simulasi): string {
  const lines = [
    `${kuota.program}, ${kuota.namaWilayah}, sejak ${kuota.dari}: kuota ${n(r.kuota)}`,
    `${n(r.terdaftar)} terdaftar, ${n(r.menerima)} menerima, ${n(r.terdaftarBelumMenerima)} terdaftar belum menerima, ${n(r.kuotaKosong)} kuota kosong, ${n(r.belumMenerimaSesudah)} sesudahnya`,
    `tetap ${n(r.tetap)}, masuk ${n(r.masuk)}, tergeser ${n(r.keluar)}, sama di garis ${n(r.seri)} untuk ${n(r.sisaSeri)} tempat`,
    ...garis.map((g) => `  ${g.nama}: ${g.kalimat.id}`),
    ...halangan.map((label) => `Belum dapat dibekukan: ${label.id}`),
  ]
  return lines.join('\n')
}

function registerSet(kuota: Command): void {
  kuota
    .command('tetapkan')
    .description('tetapkan kuota satu program, wilayah, dan masa')
    .requiredOption('--program <kode>', 'misalnya rastra')
    .requiredOption('--wilayah <kode>', 'misalnya 6474', kode)
    .requiredOption('--dari <TTTT-BB-HH>', 'hari pertama')
    .option('--sampai <TTTT-BB-HH>', 'hari pertama sesudahnya')
    .requiredOption('--jumlah <n>', 'banyaknya keluarga', bilangan)
    .requiredOption('--sumber <teks>', 'dari mana angka ini diketahui')
    .option('--sk <nomor>', 'nomor surat keputusan')
    .option('--tanggal-sk <TTTT-BB-HH>', 'tanggal surat keputusan')
    .option('--penerbit <nama>', 'penerbit surat keputusan')
    .option('--alasan <teks>', 'alasan mengganti kuota yang berlaku')
    .requiredOption('--oleh <akun>', 'petugas yang menetapkan')
    .action(async (opsi: Opsi, command: Command) =>
      withOperations('tetapkan', command, opsi, async (run, terminal) => {
        const { program, wilayah, dari, jumlah, sumber, alasan } = opsi
        const dasar = {
          nomor: opsi.sk ?? null,
          tanggal: opsi.tanggalSk ?? null,
          penerbit: opsi.penerbit ?? null,
        }
        const sampai = opsi.sampai ?? null
        const versi = alasan ? await versionInForce(run, { program, wilayah, dari }) : 0
        const input = { program, wilayah, dari, sampai, jumlah, sumber, dasar, alasan, versi }
        const made = await run<{ id: string; versi: number }>('kuota.tetapkan', input)
        terminal.answer(made, `Kuota ${made.id} versi ${made.versi} ditetapkan.`)
      }),
    )
}

function registerList(kuota: Command): void {
  kuota
    .command('lihat')
    .description('kuota yang berlaku')
    .option('--program <kode>', 'hanya program ini')
    .option('--wilayah <kode>', 'hanya yang menyentuh wilayah ini', kode)
    .action(async (opsi: Opsi, command: Command) =>
      withOperations('lihat', command, opsi, async (run, terminal) => {
        const { program, wilayah } = opsi
        const found = await run<{ kuota: Kuota[] }>('kuota.daftar', { program, wilayah })
        const lines = found.kuota.map(
          (q) =>
            `${q.id}  ${q.program}  ${q.namaWilayah}  sejak ${q.dari}  ${n(q.jumlah)} keluarga`,
        )
        terminal.answer(found, lines.join('\n') || 'Belum ada kuota.')
      }),
    )
  kuota
    .command('muat')
    .description('tetapkan kuota yang tercantum di policy/parameter dan belum ada')
    .option('--wilayah <kode>', 'hanya di wilayah ini', kode, 0)
    .action(async (opsi: Opsi, command: Command) => {
      const terminal = terminalOf(command)
      const jumlah = await withDatabase('siks kuota muat', ({ pools }) =>
        adopt(pools, opsi.wilayah ?? 0),
      )
      terminal.answer({ jumlah }, `${jumlah} kuota ditetapkan.`)
    })
}

function registerCut(kuota: Command): void {
  choiceOptions(kuota.command('simulasi').argument('<kuota>', 'nomor kuota'))
    .description('siapa tetap, masuk, dan tergeser; tidak mengubah apa pun')
    .action(async (id: string, opsi: Opsi, command: Command) =>
      withOperations('simulasi', command, opsi, async (run, terminal) => {
        const seen = await run<Simulasi>('kuota.simulasi', choiceOf(id, opsi))
        terminal.answer(seen, summaryText(seen))
      }),
    )
  choiceOptions(kuota.command('bekukan').argument('<kuota>', 'nomor kuota'))
    .description('bekukan hasil simulasi sebagai daftar')
    .requiredOption('--oleh <akun>', 'petugas yang membekukan')
    .option('--alasan <teks>', 'alasan mengganti daftar yang berlaku')
    .action(async (id: string, opsi: Opsi, command: Command) =>
      withOperations('bekukan', command, opsi, async (run, terminal) => {
        const seen = await run<Simulasi>('kuota.simulasi', choiceOf(id, opsi))
        const made = await run<{ id: string; versi: number; hash: string; jumlahBaris: number }>(
          'kuota.bekukan',
          {
            ...choiceOf(id, opsi),
            sidik: seen.sidik,
            menggantikan: seen.kuota.daftar?.id ?? null,
            alasan: opsi.alasan,
          },
        )
        terminal.answer(
          made,
          `Daftar ${made.id} versi ${made.versi}: ${n(made.jumlahBaris)} baris\nSHA-256 ${made.hash}`,
        )
      }),
    )
}

function registerFrozen(kuota: Command): void {
  kuota
    .command('periksa')
    .argument('<daftar>', 'nomor daftar beku')
    .description('hitung ulang hash daftar dari baris-barisnya')
    .action(async (id: string, opsi: Opsi, command: Command) =>
      withOperations('periksa', command, opsi, async (run, terminal) => {
        const checked = await run<{ cocok: boolean; dihitung: string; jumlahBaris: number }>(
          'kuota.periksa',
          { id },
        )
        terminal.answer(
          checked,
          `${checked.cocok ? 'Cocok' : 'TIDAK COCOK'}: ${n(checked.jumlahBaris)} baris, SHA-256 ${checked.dihitung}`,
        )
        if (!checked.cocok) process.exitCode = 1
      }),
    )
  kuota
    .command('ekspor')
    .argument('<daftar>', 'nomor daftar beku')
    .description('tulis daftar beku sebagai xlsx')
    .requiredOption('--keluar <berkas>', 'berkas xlsx')
    .requiredOption('--tujuan <teks>', 'untuk apa; tercetak di berkas dan dicatat')
    .requiredOption('--oleh <akun>', 'petugas yang mengunduh')
    .option('--identitas', 'NIK dan nomor KK lengkap, bila perannya boleh')
    .action(async (id: string, opsi: Opsi, command: Command) =>
      withOperations('ekspor', command, opsi, async (run, terminal) => {
        const { tujuan } = opsi
        const identitas = opsi.identitas === true
        const file = await run<unknown>('kuota.unduh', { id, tujuan, identitas })
        if (!(file instanceof Unduhan)) throw new Refused('Daftar tidak dapat ditulis.')
        const path = opsi.keluar ?? 'daftar.xlsx'
        await pipeline(file.isi, createWriteStream(path, { mode: 0o600 }))
        terminal.answer({ berkas: path }, `Ditulis: ${path}`)
      }),
    )
}

/** Adds the command to the program. */
export function register(program: Command): void {
  const kuota = program
    .command('kuota')
    .description(
      'kuota program: tetapkan, simulasi (masuk – tetap – keluar), bekukan, periksa, ekspor',
    )
  registerSet(kuota)
  registerList(kuota)
  registerCut(kuota)
  registerFrozen(kuota)
}

/** `siks contoh`: writes synthetic families of one kab/kota as files in the formats that offices use. */
import { type Command, InvalidArgumentError, Option } from 'commander'
import { formatBerkas } from '#bench/generator/berkas.ts'
import { buatContoh, type MasalahContoh, type Ringkasan } from '#bench/generator/contoh.ts'
import { Refused, terminalOf } from './run.ts'

const pesan: Record<MasalahContoh, string> = {
  wilayah_tidak_ada: 'Wilayah tidak ditemukan: beri kode kab/kota empat angka, misalnya 6474.',
  jumlah_tidak_mungkin: 'Jumlah keluarga, orang, dan penerima rastra tidak dapat dipenuhi bersama.',
}

function bilangan(teks: string): number {
  const nilai = Number(teks)
  if (!Number.isSafeInteger(nilai) || nilai < 0) {
    throw new InvalidArgumentError('Harus bilangan bulat.')
  }
  return nilai
}

type Opsi = {
  readonly wilayah: string
  readonly keluarga?: number
  readonly orang?: number
  readonly rastra?: number
  readonly seed: number
  readonly format?: (typeof formatBerkas)[number] | 'campur'
  readonly keluar: string
  readonly kebenaran?: boolean
}

/** Adds the command to the program. */
export function register(program: Command): void {
  program
    .command('contoh')
    .description('Tulis keluarga rekaan (bukan orang nyata) sebagai berkas PBDT, BDT, dan lainnya')
    .requiredOption('--wilayah <kode>', 'kode kab/kota, misalnya 6474 (Kota Bontang)')
    .option('--keluarga <n>', 'jumlah keluarga (KK), tepat', bilangan)
    .option('--orang <n>', 'jumlah jiwa, tepat; tanpa --keluarga sekitar 4,3 jiwa per KK', bilangan)
    .option('--rastra <n>', 'jumlah keluarga penerima rastra, tepat', bilangan)
    .option('--seed <n>', 'benih acak: benih yang sama memberi isi yang sama', bilangan, 1)
    .addOption(
      new Option(
        '--format <format>',
        'bentuk berkas; tanpa ini campuran, atau CSV bila besar',
      ).choices(['campur', ...formatBerkas]),
    )
    .option('--keluar <folder>', 'folder tujuan', 'contoh')
    .option('--kebenaran', 'tulis juga keadaan sebenarnya (JSONL) untuk pengujian')
    .action(jalankan)
}

async function jalankan(opsi: Opsi, command: Command): Promise<void> {
  const terminal = terminalOf(command)
  const hasil = await buatContoh({
    ...opsi,
    kemajuan: (ruta, dari) => terminal.progress.update('menulis rumah tangga', ruta, dari),
  })
  terminal.progress.stop()
  if (!hasil.ok) throw new Refused(pesan[hasil.error])
  terminal.answer(hasil.value, ringkasan(hasil.value))
}

function ringkasan(r: Ringkasan): string {
  const n = (jumlah: number) => jumlah.toLocaleString('id-ID')
  const jumlah = `${n(r.keluarga)} KK / ${n(r.orang)} jiwa, ${n(r.rastra)} penerima rastra`
  const berkas = r.berkas.map((b) => {
    return `  ${b.path.join(' + ')}: ${b.format}, ${n(b.keluarga)} KK / ${n(b.orang)} jiwa`
  })
  return [`${r.nama} (rekaan, seed ${r.seed}): ${jumlah}`, ...berkas].join('\n')
}

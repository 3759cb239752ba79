/** The order of test files: the longest begin first, so that none of them runs alone at the end. */
import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Measured, longest first; the others follow as Vitest orders them. */
const lama = [
  'test/browser/bontang.browser.ts',
  'test/browser/bulan.browser.ts',
  'test/browser/masuk.browser.ts',
  'test/browser/peristiwa.browser.ts',
  'test/browser/pengguna.browser.ts',
  'test/browser/padanan.browser.ts',
  'test/kembar.db.test.ts',
  'test/proses/server-mati.db.test.ts',
  'test/kontrak.db.test.ts',
  'src/server/db/embedded.db.test.ts',
  'src/server/impor/lanjut.db.test.ts',
  'src/cli/serve.db.test.ts',
  'src/server/impor/impor.db.test.ts',
  'src/server/jejak/jalan.db.test.ts',
  'src/server/impor/peringkat-luar.db.test.ts',
]

export class LamaDulu extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const tempat = ({ moduleId }: TestSpecification) => {
      const di = lama.findIndex((berkas) => moduleId.endsWith(berkas))
      return di === -1 ? lama.length : di
    }
    return (await super.sort(files)).sort((a, b) => tempat(a) - tempat(b))
  }
}

/** Worker thread that serves one workbook to its owner (`tabel.ts`). */
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import { FileRefused } from '../tabel.ts'
import { readWorkbook } from './bagian.ts'
import { Credit, Reader } from './pembaca.ts'
import type { FromWorker, ToWorker, WorkerInput } from './pesan.ts'
import { openPackage } from './zip.ts'

async function serve(port: MessagePort, input: WorkerInput): Promise<void> {
  const send = (message: FromWorker) => port.postMessage(message)
  const refused = (error: unknown) => {
    if (!(error instanceof FileRefused)) throw error
    send({ type: 'tolak', problem: error.problem })
  }
  const credit = new Credit()
  try {
    const pack = await openPackage(input.path, input.limits)
    const workbook = await readWorkbook(pack)
    const reader = new Reader(pack, workbook)
    port.on('message', (message: ToWorker) => {
      if (message.type === 'lanjut') credit.grant()
      else if (message.type === 'cukup') credit.stop()
      else {
        credit.reset()
        void reader.readSheet(message.index, credit, send).catch(refused)
      }
    })
    send({ type: 'buka', sheets: workbook.sheets.map(({ name, hidden }) => ({ name, hidden })) })
  } catch (error) {
    refused(error)
  }
}

if (parentPort !== null) await serve(parentPort, workerData as WorkerInput)

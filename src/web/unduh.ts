/** Takes a file from the server and hands it to the browser's downloads; a refusal stays a problem to show. */
import { request, urlOf } from '#web/api.ts'
import type { InputOf, OperationId } from '#web/operasi.ts'

const nameOf = (response: Response, otherwise: string): string =>
  /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1] ?? otherwise

/** Downloads the answer of one read. */
export async function unduh<Id extends OperationId>(
  id: Id,
  input: InputOf<Id>,
  nama: string,
): Promise<void> {
  const response = await request('GET', urlOf(id, input))
  const url = URL.createObjectURL(await response.blob())
  const tautan = document.createElement('a')
  tautan.href = url
  tautan.download = nameOf(response, nama)
  document.body.append(tautan)
  tautan.click()
  tautan.remove()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** Keeps only the SHA-256 of session tokens in the database: a stolen dump opens no session. */
import { kyselyAdapter } from '@better-auth/kysely-adapter'
import { hashOf } from './kuki.ts'

type AdapterFactory = ReturnType<typeof kyselyAdapter>
type Adapter = ReturnType<AdapterFactory>
type Where = { field: string; value: unknown }
type Call = {
  model: string
  where?: Where[]
  data?: Record<string, unknown>
  update?: Record<string, unknown>
}

/** The same call with every token replaced by its hash, and the hashes by which to undo it in the answer. */
function hashed(call: Call): { call: Call; raw: Map<string, string> } {
  const raw = new Map<string, string>()
  if (call.model !== 'session') return { call, raw }
  const one = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(one)
    if (typeof value !== 'string') return value
    raw.set(hashOf(value), value)
    return hashOf(value)
  }
  const fields = (record: Record<string, unknown>) =>
    'token' in record ? { ...record, token: one(record.token) } : record
  return {
    call: {
      ...call,
      ...(call.where
        ? {
            where: call.where.map((w) => (w.field === 'token' ? { ...w, value: one(w.value) } : w)),
          }
        : {}),
      ...(call.data ? { data: fields(call.data) } : {}),
      ...(call.update ? { update: fields(call.update) } : {}),
    },
    raw,
  }
}

function restored(answer: unknown, raw: Map<string, string>): unknown {
  if (Array.isArray(answer)) return answer.map((row) => restored(row, raw))
  if (!answer || typeof answer !== 'object' || !('token' in answer)) return answer
  const token = raw.get(String(answer.token))
  return token ? { ...answer, token } : answer
}

const calls = new Set([
  'create',
  'findOne',
  'findMany',
  'update',
  'updateMany',
  'delete',
  'deleteMany',
  'count',
  'consumeOne',
])

/** The Kysely adapter of better-auth with hashed session tokens. */
export function hashedSessions(db: Parameters<typeof kyselyAdapter>[0]): AdapterFactory {
  const factory = kyselyAdapter(db, { type: 'postgres', transaction: false })
  return (options) => wrapAdapter(factory(options))
}

function wrapAdapter(adapter: Adapter): Adapter {
  return new Proxy(adapter, {
    get(target, name, receiver) {
      const value: unknown = Reflect.get(target, name, receiver)
      if (typeof value !== 'function' || !calls.has(String(name))) return value
      return async (call: Call) => {
        const { call: sent, raw } = hashed(call)
        return restored(await value.call(target, sent), raw)
      }
    },
  })
}

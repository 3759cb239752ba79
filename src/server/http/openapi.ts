/** OpenAPI 3.1, derived from the contract. */
import { z } from 'zod'
import type { Operation } from '#contract/operation.ts'
import { problems } from '#contract/problems.ts'

type Schema = Record<string, unknown>

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): Schema =>
  z.toJSONSchema(type, { io, unrepresentable: 'any' }) as Schema

const pathParams = (path: string): string[] => [...path.matchAll(/:(\w+)/g)].map((m) => m[1] ?? '')

function parameters(op: Operation): Schema[] {
  const schema = schemaOf(op.input, 'input')
  const properties = (schema.properties ?? {}) as Record<string, Schema>
  const required = (schema.required ?? []) as string[]
  const inPath = pathParams(op.path)
  return Object.entries(properties)
    .filter(([name]) => inPath.includes(name) || op.method === 'GET')
    .map(([name, type]) => ({
      name,
      in: inPath.includes(name) ? 'path' : 'query',
      required: inPath.includes(name) || required.includes(name),
      schema: type,
    }))
}

function describe(op: Operation): Schema {
  const answer =
    op.berkas === 'unduh'
      ? { 'application/octet-stream': { schema: { type: 'string', format: 'binary' } } }
      : { 'application/json': { schema: schemaOf(op.output, 'output') } }
  return {
    operationId: op.id,
    tags: [op.id.split('.')[0]],
    summary: op.label.id,
    description: op.label.en,
    'x-permission': op.permission,
    'x-audit': op.audit,
    parameters: parameters(op),
    ...(op.method === 'POST'
      ? {
          requestBody: {
            content: {
              [op.berkas === 'unggah' ? 'multipart/form-data' : 'application/json']: {
                schema: schemaOf(op.input, 'input'),
              },
            },
          },
        }
      : {}),
    responses: {
      200: { description: 'OK', content: answer },
      default: {
        description: 'RFC 9457',
        content: {
          'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
        },
      },
    },
  }
}

/** The whole document for a list of operations. */
export function openApi(operations: readonly Operation[], version: string): Schema {
  const paths: Record<string, Record<string, Schema>> = {}
  for (const op of operations) {
    const path = op.path.replace(/:(\w+)/g, '{$1}')
    paths[path] = { ...paths[path], [op.method.toLowerCase()]: describe(op) }
  }
  return {
    openapi: '3.1.0',
    info: { title: 'SIKS-NG', version },
    paths,
    components: { schemas: { Problem: problemSchema } },
  }
}

const problemSchema: Schema = {
  type: 'object',
  required: ['type', 'code', 'status', 'title', 'detail'],
  properties: {
    type: { type: 'string' },
    code: { enum: Object.keys(problems) },
    status: { type: 'integer' },
    title: { type: 'string' },
    detail: { type: 'string' },
    details: { type: 'object' },
  },
}

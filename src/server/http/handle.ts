/** Binds an operation to its handler; the pair is all that the wrapper needs. */
import type { z } from 'zod'
import type { Operation } from '#contract/operation.ts'
import type { Problem } from '#contract/problems.ts'
import type { Result } from '#domain/result.ts'
import type { Context } from './context.ts'

export type Handler<I extends z.ZodType, O extends z.ZodType> = (
  ctx: Context,
  input: z.output<I>,
) => Promise<Result<z.input<O>, Problem>>

/** A bound operation with its types erased: what the wrapper sees. */
export type Bound = {
  readonly op: Operation
  readonly run: (ctx: Context, input: unknown) => Promise<Result<unknown, Problem>>
}

/** `handle(op, async (ctx, input) => ok(…))`; input has been parsed by the contract before. */
export function handle<I extends z.ZodType, O extends z.ZodType>(
  op: Operation<I, O>,
  handler: Handler<I, O>,
): Bound {
  return { op, run: (ctx, input) => handler(ctx, input as z.output<I>) }
}

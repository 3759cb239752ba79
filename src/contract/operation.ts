/** The shape of every promise: an operation is data, so that one grep shows all that bears its id. */
import type { z } from 'zod'
import type { Label } from '#domain/label.ts'
import type { Peran } from './peran.ts'

export type Audit = 'tanpa' | 'baca' | 'tulis'

export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  /** At once operation id, permission, audit verb, i18n key and test name: `keluarga.daftar`. */
  readonly id: string
  readonly method: 'GET' | 'POST'
  /** Path with `:params`, which are part of `input`. */
  readonly path: string
  readonly input: I
  readonly output: O
  /** `umum`: no sign-in asked; otherwise the roles that may. */
  readonly permission: 'umum' | readonly Peran[]
  /** `baca`: shows persons, is logged; `tulis`: changes something, is logged, carries a command id. */
  readonly audit: Audit
  readonly label: Label
  /** A write whose body is one file (multipart), or a read whose answer is one. */
  readonly berkas?: 'unggah' | 'unduh'
  /** Largest upload taken, bytes; without it that of an officer's file. */
  readonly batasUnggah?: number
  /** What this answer says about records outside the reader's area, if anything. */
  readonly lintas?: 'agregat' | 'satu-bit'
  /** About the person's own account: allowed before the second factor is set up and the pledge accepted. */
  readonly akunSendiri?: true
  /** Asks the person to prove who they are again, if the last time is over ten minutes ago. */
  readonly kukuh?: true
  /** The answer holds a secret that is shown once: it is kept nowhere, and not given again to a repeated command. */
  readonly sekali?: true
  /**
   * A step of signing in: what is sent holds a secret, or the answer sets the cookie. Needs no command
   * id (nothing of it may be kept), runs outside the registry's transaction, logs for itself.
   */
  readonly rahasia?: true
}

/** Declares an operation and keeps its exact types; the literal id lets a client be typed by it. */
export const operation = <const Id extends string, I extends z.ZodType, O extends z.ZodType>(
  op: Operation<I, O> & { readonly id: Id },
): Operation<I, O> & { readonly id: Id } => op

export type Input<Op> = Op extends Operation<infer I, z.ZodType> ? z.output<I> : never
export type Sent<Op> = Op extends Operation<infer I, z.ZodType> ? z.input<I> : never
export type Output<Op> = Op extends Operation<z.ZodType, infer O> ? z.output<O> : never

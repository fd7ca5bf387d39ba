import * as z from 'zod'
import { parseOptions } from './parse-input'

/**
 * A schema for an object that takes one of several shapes, told apart by which key it has. Where zod's union would
 * report what is wrong with each shape, this reports what is wrong with the one that was meant.
 */
export function oneOf<S extends Record<string, z.ZodType>>(shapes: S) {
  const keys = Object.keys(shapes)
  return z.unknown().transform((input, context): z.output<S[keyof S]> => {
    const meant = keys.filter((key) => isObject(input) && Object.hasOwn(input, key))
    const [key = '', ...others] = meant
    const shape = others.length === 0 ? shapes[key] : undefined
    if (shape === undefined) {
      context.addIssue(input === undefined ? 'Missing' : `Must have exactly one of these keys: ${keys.join(', ')}`)
      return z.NEVER
    }
    const result = shape.safeParse(input, parseOptions)
    if (result.success) return result.data as z.output<S[keyof S]>
    // An issue with its input again is what zod calls a raw one; its types do not say so.
    context.issues.push(...(result.error.issues.map((issue) => ({ ...issue, input })) as z.core.$ZodRawIssue[]))
    return z.NEVER
  })
}

function isObject(input: unknown): input is object {
  return typeof input === 'object' && input !== null
}

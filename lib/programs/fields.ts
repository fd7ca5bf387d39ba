import * as z from 'zod'

/** One field of a documented object, as its schema has it. `fallback` is the JSON of its default, null without one. */
export type Field = {
  readonly name: string
  readonly type: string
  readonly isRequired: boolean
  readonly fallback: string | null
}

/** What this reads of JSON Schema: all that the schemas here come out as. */
type JsonSchema = {
  readonly type?: string
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly JsonSchema[]
  readonly items?: JsonSchema
  readonly minimum?: number
  readonly maximum?: number
  readonly default?: unknown
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
}

/** A closed set longer than this is named by its kind; the words say where it is listed. */
const longestList = 6

/** The fields of an object as a program writes it, read off its zod schema. */
export function fieldsOf(schema: z.ZodObject): readonly Field[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
  }) as JsonSchema
  return Object.entries(properties).map(([name, property]) => ({
    name,
    type: typeOf(property),
    isRequired: required.includes(name) && property.default === undefined,
    fallback: property.default === undefined ? null : json(property.default),
  }))
}

function typeOf(schema: JsonSchema): string {
  if (schema.const !== undefined) return json(schema.const)
  if (schema.enum !== undefined && schema.enum.length <= longestList) return schema.enum.map(json).join(' | ')
  if (schema.anyOf !== undefined) return schema.anyOf.map(typeOf).join(' | ')
  if (schema.type === 'array') return `[${typeOf(schema.items ?? {})}, …]`
  if (schema.type === 'integer') return `${schema.minimum} … ${schema.maximum}`
  return schema.type ?? 'object'
}

function json(value: unknown): string {
  return JSON.stringify(value)
}

import { parseName, parseOptional } from '@/lib/teach/member-name'

/** What a course is called, as a form says it; else the fields that are wrong. */
export function parseCourseFields(form: FormData) {
  const name = parseName(form.get('name'))
  const term = parseOptional(form.get('term'))
  if (name !== undefined && term !== undefined) return { kind: 'parsed', name, term } as const
  const fields = [...(name === undefined ? ['name'] : []), ...(term === undefined ? ['term'] : [])]
  return { kind: 'refused', fields } as const
}

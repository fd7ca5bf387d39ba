'use server'

import { refresh } from 'next/cache'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { findReader } from '@/lib/session/reader'
import { saveMarking } from '@/lib/store/teach/marks/save-marking'
import { courseMarkingSchema } from '@/lib/teach/gradebook'

/** Sets the weights of a course's assignments, and how many of the lowest are left out. */
export async function setMarking(courseId: string, _before: FormState, form: FormData): Promise<FormState> {
  const weights = [...form].flatMap(([name, value]): [string, number][] =>
    name.startsWith('weight ') ? [[name.slice('weight '.length), numberIn(value)]] : [],
  )
  const parsed = courseMarkingSchema.safeParse({
    weights: Object.fromEntries(weights),
    dropLowest: numberIn(form.get('dropLowest')),
  })
  if (!parsed.success) return refused('wrong', form, fieldsIn(parsed.error.issues))
  const { userId } = await findReader()
  if (userId === undefined) return refused('no such course', form)
  const saved = await saveMarking({ userId, courseId, marking: parsed.data, now: new Date() })
  if (saved.kind === 'refused') return refused(saved.error, form)
  refresh()
  return { kind: 'done' }
}

/** The whole number that is written there; NaN for anything else, which the schema refuses. */
function numberIn(value: FormDataEntryValue | null): number {
  return typeof value === 'string' && /^\s*\d+\s*$/.test(value) ? Number(value) : Number.NaN
}

function fieldsIn(issues: readonly { readonly path: readonly PropertyKey[] }[]): readonly string[] {
  return issues.map(({ path }) => (path[0] === 'weights' ? `weight ${String(path[1])}` : 'dropLowest'))
}

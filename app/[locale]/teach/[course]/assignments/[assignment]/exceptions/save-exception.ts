'use server'

import { revalidatePath } from 'next/cache'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { findReader } from '@/lib/session/reader'
import { saveException } from '@/lib/store/teach/save-exception'
import { instantOf } from '@/lib/teach/local-time'

/** Says what is otherwise for one student. */
export async function saveFromForm(assignmentId: string, _before: FormState, form: FormData): Promise<FormState> {
  const { userId, timeZone } = await findReader()
  if (userId === undefined) return refused('no such assignment', form)
  const text = (name: string) => String(form.get(name) ?? '').trim()
  const time = (name: string) => instantOf(text(name), timeZone)
  const [opensAt, dueAt, closesAt] = [time('opensAt'), time('dueAt'), time('closesAt')]
  const tries = /^\d{1,2}$/.test(text('tries')) ? Number(text('tries')) : -1
  const reason = text('reason')
  const wrong = [
    ...['opensAt', 'dueAt', 'closesAt'].filter((name) => text(name) !== '' && time(name) === null),
    ...(tries < 0 || tries > 20 ? ['tries'] : []),
    ...(reason === '' || reason.length > 200 ? ['reason'] : []),
  ]
  if (wrong.length > 0) return refused('invalid', form, wrong)
  const exception = { studentId: text('student'), opensAt, dueAt, closesAt, tries, reason }
  const saved = await saveException({ userId, assignmentId }, exception, new Date())
  if (saved !== 'saved') return refused(saved, form, saved === 'no such student' ? ['student'] : [])
  revalidatePath('/', 'layout')
  return { kind: 'done' }
}

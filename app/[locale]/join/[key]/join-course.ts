'use server'

import { getLocale } from 'next-intl/server'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { redirect } from '@/lib/i18n/navigation'
import { findReader } from '@/lib/session/reader'
import { findEntrance, joinByToken } from '@/lib/store/teach/join'
import { parseName } from '@/lib/teach/member-name'

/** Lets whoever asks into the course that the secret of a link leads to; by a door under the name they give. */
export async function joinCourse(token: string, _before: FormState, form: FormData): Promise<FormState> {
  const { userId } = await findReader()
  if (userId === undefined) return refused('no account', form)
  const entrance = await findEntrance(token, userId)
  const name = entrance?.seat?.name ?? parseName(form.get('name'))
  if (name === undefined) return refused('invalid', form, ['name'])
  const joined = await joinByToken({ userId, token, name, now: new Date() })
  if (joined.kind === 'refused') return refused(joined.error, form)
  return redirect({ href: `/teach/${joined.courseId}`, locale: await getLocale() })
}

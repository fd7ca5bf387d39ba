'use server'

import { type FormState, refused } from '@/components/ui/form/form-state'
import {
  grant,
  readmit as letIn,
  changeName as name,
  removeMember as remove,
  changeRole as role,
} from '@/lib/store/teach/change-member'
import { grantedSchema } from '@/lib/teach/granted'
import { longestNumber, parseName, parseOptional } from '@/lib/teach/member-name'
import { roleSchema } from '@/lib/teach/roles'
import { doInCourse } from '../../../do-in-course'

type Whom = { readonly course: string; readonly member: string }

/** Gives somebody another name and number in the course. */
export async function changeName({ course, member }: Whom, _before: FormState, form: FormData): Promise<FormState> {
  const names = { name: parseName(form.get('name')), number: parseOptional(form.get('number'), longestNumber) }
  if (names.name === undefined || names.number === undefined)
    return refused('invalid', form, [
      ...(names.name === undefined ? ['name'] : []),
      ...(names.number === undefined ? ['number'] : []),
    ])
  const parsed = { name: names.name, number: names.number }
  return doInCourse(course, form, (acting) => name({ ...acting, memberId: member }, parsed))
}

/** Gives somebody another role in the course. */
export async function changeRole({ course, member }: Whom, _before: FormState, form: FormData): Promise<FormState> {
  const to = roleSchema.safeParse(form.get('role'))
  if (!to.success) return refused('invalid', form, ['role'])
  return doInCourse(course, form, (acting) => role({ ...acting, memberId: member }, to.data))
}

/** Says what is granted to somebody for all assignments of the course. */
export async function changeGranted({ course, member }: Whom, _before: FormState, form: FormData): Promise<FormState> {
  const granted = grantedSchema.safeParse(Object.fromEntries(form))
  if (!granted.success)
    return refused(
      'invalid',
      form,
      granted.error.issues.map(({ path }) => String(path[0])),
    )
  return doInCourse(course, form, (acting) => grant({ ...acting, memberId: member }, granted.data))
}

/** Takes somebody out of the course. */
export async function removeMember({ course, member }: Whom, _before: FormState, form: FormData): Promise<FormState> {
  return doInCourse(course, form, (acting) => remove({ ...acting, memberId: member }))
}

/** Lets somebody in again who has left or was taken out. */
export async function readmit({ course, member }: Whom, _before: FormState, form: FormData): Promise<FormState> {
  return doInCourse(course, form, (acting) => letIn({ ...acting, memberId: member }))
}

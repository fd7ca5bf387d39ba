'use server'

import type { FormState } from '@/components/ui/form/form-state'
import { openDoor as open, shutDoor as shut } from '@/lib/store/teach/door'
import { doInCourse } from '../../do-in-course'

/** Opens the door, or gives it a new code and a new link. */
export async function openDoor(courseId: string, _before: FormState, form: FormData): Promise<FormState> {
  return doInCourse(courseId, form, open)
}

/** Shuts the door. */
export async function shutDoor(courseId: string, _before: FormState, form: FormData): Promise<FormState> {
  return doInCourse(courseId, form, shut)
}

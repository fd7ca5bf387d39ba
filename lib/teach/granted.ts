import { z } from 'zod'

/** By how much somebody's minutes can be made longer. */
export const grantedFactors = [1, 1.25, 1.5, 2] as const

/** The most minutes more, and the most of breaks that stop the clock. */
export const mostGrantedMinutes = 120

const minutes = z.coerce.number().int().min(0).max(mostGrantedMinutes)

/** What is granted to somebody for all assignments of a course (an accommodation), as a form sends it. */
export const grantedSchema = z.object({
  factor: z.coerce.number().refine((factor) => grantedFactors.some((one) => one === factor)),
  extraMinutes: minutes,
  breakMinutes: minutes,
})

export type Granted = Readonly<z.infer<typeof grantedSchema>>

/** Whether anything is granted at all. */
export function isGranted({ factor, extraMinutes, breakMinutes }: Granted): boolean {
  return factor !== 1 || extraMinutes > 0 || breakMinutes > 0
}

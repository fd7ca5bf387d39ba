'use server'

import { refresh } from 'next/cache'
import { headers } from 'next/headers'
import { getLocale, getTranslations } from 'next-intl/server'
import type { RosterState } from '@/components/teach/roster-form'
import { type FormState, refused } from '@/components/ui/form/form-state'
import { mayMail, sendMails } from '@/lib/mail'
import { originOf } from '@/lib/session/origin-of'
import { findReader } from '@/lib/session/reader'
import { findCourse } from '@/lib/store/teach/course'
import { addSeats, dropSeat as drop, listSeats, noteSent } from '@/lib/store/teach/seats'
import { decodeRoster, mostRosterOctets } from '@/lib/teach/roster'
import { doInCourse } from '../../../do-in-course'
import { teachErrors } from '../../../teach-errors'
import { type Checked, checkRoster } from './roster-state'

/** Checks a list and shows what it would come to; with the step "add" keeps a place for everybody new in it. */
export async function changeRoster(courseId: string, _before: RosterState, form: FormData): Promise<RosterState> {
  const t = await getTranslations('teach')
  const read = await readText(form)
  if (read.kind === 'refused') return { kind: 'refused', text: read.text, error: t(`rosterErrors.${read.error}`) }
  const { text } = read
  const { userId } = await findReader()
  const course = userId === undefined ? undefined : await findCourse({ userId, courseId, act: 'manage people' })
  if (userId === undefined || course === undefined) return { kind: 'refused', text, error: t('errors.no such course') }
  const checked = await checkRoster(text, { userId, courseId }, t)
  if (checked.kind === 'refused') return { kind: 'refused', text, error: t(`rosterErrors.${checked.error}`) }
  const { lines, people, counts } = checked
  if (form.get('step') !== 'add' || counts.wrong > 0) return previewOf({ text, lines, counts }, t)
  const added = await addSeats({ userId, courseId, now: new Date() }, people)
  if (added.kind === 'refused') return { kind: 'refused', text, error: teachErrors(t)[added.error] }
  refresh()
  return { kind: 'added', said: t('added', { count: added.added }) }
}

type Counted = Pick<Extract<Checked, { kind: 'checked' }>, 'lines' | 'counts'> & { readonly text: string }
type T = Awaited<ReturnType<typeof getTranslations<'teach'>>>

function previewOf({ text, lines, counts }: Counted, t: T): RosterState {
  const told = [
    { kind: 'wrong', text: t('previewWrong', { count: counts.wrong }) },
    { kind: 'new', text: t('previewNew', { count: counts.new }) },
    { kind: 'known', text: t('previewKnown', { count: counts.known }) },
    { kind: 'twice', text: t('previewTwice', { count: counts.twice }) },
  ] as const
  return {
    kind: 'preview',
    text,
    lines,
    told: told.filter(({ kind }) => kind === 'new' || counts[kind] > 0),
    add: counts.wrong === 0 && counts.new > 0 ? t('add', { count: counts.new }) : null,
  }
}

type Text =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string; readonly error: 'not text' | 'too long' }

/** The file, where one was chosen, else what was pasted. */
async function readText(form: FormData): Promise<Text> {
  const pasted = String(form.get('text') ?? '')
  const file = form.get('file')
  if (!(file instanceof File) || file.size === 0)
    return pasted.length > mostRosterOctets
      ? { kind: 'refused', text: '', error: 'too long' }
      : { kind: 'text', text: pasted }
  if (file.size > mostRosterOctets) return { kind: 'refused', text: pasted, error: 'too long' }
  const text = decodeRoster(new Uint8Array(await file.arrayBuffer()))
  return text === undefined ? { kind: 'refused', text: pasted, error: 'not text' } : { kind: 'text', text }
}

/** Takes a place away that nobody has taken. */
export async function dropSeat(courseId: string, _before: FormState, form: FormData): Promise<FormState> {
  return doInCourse(courseId, form, (acting) => drop(acting, String(form.get('seat'))))
}

/** The most mails of one press of the button: as many as go out while somebody waits for the page. */
const mostMails = 100

/** Sends everybody their link whose place has an email and who has not been invited yet. What fails is told by address. */
export async function sendInvitations(courseId: string, _before: FormState, form: FormData): Promise<FormState> {
  const { userId } = await findReader()
  const course = userId === undefined ? undefined : await findCourse({ userId, courseId, act: 'manage people' })
  if (userId === undefined || course === undefined || !mayMail) return refused('no such course', form)
  const t = await getTranslations('teach')
  const origin = originOf(await headers())
  const locale = await getLocale()
  const waiting = (await listSeats({ userId, courseId })).filter(
    ({ takenAt, sentAt }) => takenAt === null && sentAt === null,
  )
  const mails = waiting.flatMap(({ id, email, name, token }) => {
    if (email === null) return []
    const link = `${origin}/${locale}/join/${token}`
    const subject = t('mailSubject', { course: course.name })
    return [{ id, to: email, subject, text: t('mailText', { name, course: course.name, link }) }]
  })
  const batch = mails.slice(0, mostMails)
  const failed = await sendMails(batch, async ({ id }) => {
    await noteSent({ userId, courseId, now: new Date() }, id)
  })
  refresh()
  const said = t('mailSent', { sent: batch.length - failed.length, failed: failed.length })
  const rest = mails.length > batch.length ? t('mailRest', { count: mails.length - batch.length }) : ''
  return { kind: 'done', said: [said, failed.join(', '), rest].filter(Boolean).join(' ') }
}

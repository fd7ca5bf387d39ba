import type { getTranslations } from 'next-intl/server'
import type { PreviewLine } from '@/components/teach/roster-form'
import { findKnown } from '@/lib/store/teach/seats'
import { type LineError, type Roster, type RosterLine, type RosterPerson, readRoster } from '@/lib/teach/roster'

type T = Awaited<ReturnType<typeof getTranslations<'teach'>>>
type Asking = { readonly userId: string; readonly courseId: string }

export type Checked =
  | { readonly kind: 'refused'; readonly error: Extract<Roster, { kind: 'refused' }>['error'] }
  | {
      readonly kind: 'checked'
      readonly lines: readonly PreviewLine[]
      readonly people: readonly RosterPerson[]
      readonly counts: Readonly<Record<PreviewLine['kind'], number>>
    }

/** What a list would come to in a course, line by line; nothing is written. */
export async function checkRoster(text: string, asking: Asking, t: T): Promise<Checked> {
  const roster = readRoster(text)
  if (roster.kind === 'refused') return roster
  const people = roster.lines.flatMap((line) => (line.kind === 'person' ? [line.person] : []))
  const known = await findKnown(asking, people)
  const lines = roster.lines.map((line) => previewOf(line, known, t))
  const count = (kind: PreviewLine['kind']) => lines.filter((line) => line.kind === kind).length
  const counts = { new: count('new'), known: count('known'), twice: count('twice'), wrong: count('wrong') }
  return { kind: 'checked', lines, people, counts }
}

function previewOf(line: RosterLine, known: ReadonlySet<RosterPerson>, t: T): PreviewLine {
  if (line.kind === 'wrong') {
    const error: LineError = line.error
    return { line: line.line, kind: 'wrong', told: line.text, becomes: t(`lineErrors.${error}`) }
  }
  const { name, email, number, role } = line.person
  const told = [name, email ?? '', number, t(`role.${role}`)].filter(Boolean).join(' · ')
  if (line.kind === 'twice')
    return { line: line.line, kind: 'twice', told, becomes: t('status.twice', { line: line.first }) }
  const kind = known.has(line.person) ? 'known' : 'new'
  return { line: line.line, kind, told, becomes: t(`status.${kind}`) }
}

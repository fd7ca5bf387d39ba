'use client'

import { useRef, useState, useSyncExternalStore } from 'react'
import { fill } from '@/components/practice/fill'
import { Button } from '@/components/ui/button'
import { clockWords } from '@/components/ui/clock-words'
import { keepListening } from '@/components/ui/keep-listening'
import type { StudentNow } from '@/lib/teach/student-now'
import { BringFile, type BringTexts } from './bring-file'
import { type Board, createBoard } from './live-board'
import { StaffActs, type StaffActTexts } from './staff-acts'

export type LiveTexts = StaffActTexts &
  BringTexts & {
    readonly lead: string
    readonly updated: string
    readonly stale: string
    readonly name: string
    readonly state: string
    readonly answered: string
    readonly ends: string
    readonly seen: string
    readonly ago: string
    readonly choose: string
    readonly choosePerson: string
    readonly states: Readonly<Record<StudentNow['state'], string>>
  }

type Props = {
  readonly assignmentId: string
  readonly first: Board
  readonly locale: string
  readonly timeZone: string
  readonly texts: LiveTexts
}

/** Who has started, how far they are and when they were last heard of; and what can be done for one or for all. */
export function LiveView({ assignmentId, first, locale, timeZone, texts }: Props) {
  const [board] = useState(() =>
    createBoard({ first, ask: () => askServer(assignmentId), hear: (tell) => listen(assignmentId, tell) }),
  )
  const { students, now, isReached } = useSyncExternalStore(board.subscribe, board.board, board.first)
  const [chosenId, setChosenId] = useState<string | null>(null)
  const acts = useRef<HTMLDivElement>(null)
  const chosen = students.find(({ userId }) => userId === chosenId) ?? null
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'medium', timeZone }).format(now)
  const isDone = ({ state }: StudentNow) => state === 'handed in' || state === 'time up'
  return (
    <div className="flex flex-col gap-6">
      <div>
        <p className="font-medium text-lg">
          {fill(texts.lead, {
            started: students.filter(({ state }) => state !== 'not started').length,
            all: students.length,
            finished: students.filter(isDone).length,
          })}
        </p>
        <p role="status" className={isReached ? 'text-muted text-sm' : 'text-sm text-wrong'}>
          {fill(isReached ? texts.updated : texts.stale, { time })}
        </p>
      </div>
      <div ref={acts} tabIndex={-1} className="outline-none">
        <StaffActs
          key={chosenId}
          assignmentId={assignmentId}
          student={chosen}
          texts={texts}
          onDone={() => void board.look()}
          onAll={() => setChosenId(null)}
        />
      </div>
      <div className="overflow-x-auto sm:overflow-x-visible">
        <table className="w-full text-left">
          <thead className="text-muted text-sm [&_th]:sticky [&_th]:top-0 [&_th]:bg-paper">
            <tr>
              <th className="py-1 pr-4 font-normal">{texts.name}</th>
              <th className="py-1 pr-4 font-normal">{texts.state}</th>
              <th className="py-1 pr-4 text-right font-normal">{texts.answered}</th>
              <th className="hidden py-1 pr-4 text-right font-normal sm:table-cell">{texts.ends}</th>
              <th className="hidden py-1 text-right font-normal sm:table-cell">{texts.seen}</th>
            </tr>
          </thead>
          <tbody className="divide-y divide-rule border-rule border-y">
            {students.map((student) => (
              <tr key={student.userId} className={student.userId === chosenId ? 'bg-sheet' : ''}>
                <th scope="row" className="py-1 pr-4 font-medium [overflow-wrap:anywhere]">
                  <Button
                    look="bare"
                    aria-pressed={student.userId === chosenId}
                    aria-label={fill(texts.choosePerson, { name: student.name })}
                    onClick={() => {
                      setChosenId(student.userId)
                      acts.current?.focus()
                    }}
                  >
                    {student.name}
                  </Button>
                </th>
                <td className="whitespace-nowrap py-1 pr-4">
                  <span aria-hidden="true">{signs[student.state]}</span> {texts.states[student.state]}
                </td>
                <td className="py-1 pr-4 text-right tabular-nums">
                  {student.state === 'not started' ? '–' : `${student.answered}/${student.questions}`}
                </td>
                <td className="hidden py-1 pr-4 text-right tabular-nums sm:table-cell">
                  {student.endsAt === null || isDone(student) ? '–' : secondsWords(student.endsAt - now)}
                </td>
                <td className="hidden py-1 text-right text-muted tabular-nums sm:table-cell">
                  {student.lastAt === null ? '–' : fill(texts.ago, { time: secondsWords(now - student.lastAt) })}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <BringFile assignmentId={assignmentId} texts={texts} onDone={() => void board.look()} />
    </div>
  )
}

/** A sign beside each word, so that a room is taken in at a glance. */
const signs = { 'not started': '○', running: '◐', stopped: '❚❚', 'handed in': '●', 'time up': '◆' } as const

function secondsWords(ms: number): string {
  return clockWords(Math.max(0, Math.round(ms / 1000)))
}

async function askServer(assignmentId: string): Promise<Pick<Board, 'students' | 'now'> | null> {
  try {
    const response = await fetch(`/api/v1/assignments/${assignmentId}/live`, { cache: 'no-store' })
    return response.ok ? await response.json() : null
  } catch {
    return null
  }
}

/** What the server says by itself; where that is blocked nothing comes, and asking is what is left. */
function listen(assignmentId: string, tell: () => void): () => void {
  return keepListening(`/api/v1/assignments/${assignmentId}/events`, { onMessage: tell })
}

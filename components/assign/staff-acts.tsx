'use client'

import { useState } from 'react'
import { fill } from '@/components/practice/fill'
import { Button } from '@/components/ui/button'
import type { StudentNow } from '@/lib/teach/student-now'

export type StaffActTexts = Readonly<
  Record<
    | 'all'
    | 'one'
    | 'minutes'
    | 'extend'
    | 'stop'
    | 'resume'
    | 'handIn'
    | 'reopen'
    | 'sure'
    | 'sureAll'
    | 'yes'
    | 'no'
    | 'failed'
    | 'wrongMinutes'
    | 'choose'
    | 'back',
    string
  >
> & {
  /** What is said afterwards, by how many students it was done for: 0, 1, or more with a place for the number. */
  readonly done: readonly [string, string, string]
}

type Props = {
  readonly assignmentId: string
  /** One student; null for everybody. */
  readonly student: StudentNow | null
  readonly texts: StaffActTexts
  readonly onDone: () => void
  /** Acts for everybody again. */
  readonly onAll: () => void
}

/** More time, a stop of the clock, handing in and opening again: for one student, or for everybody who has begun. */
export function StaffActs({ assignmentId, student, texts, onDone, onAll }: Props) {
  const [minutes, setMinutes] = useState('10')
  const [said, setSaid] = useState({ text: '', isBad: false })
  const [isSure, setIsSure] = useState(false)
  const [isBusy, setIsBusy] = useState(false)
  const act = async (kind: string, withMinutes: boolean) => {
    const given = Number(minutes)
    if (withMinutes && !(Number.isInteger(given) && given >= 1 && given <= 1440)) {
      setSaid({ text: texts.wrongMinutes, isBad: true })
      return
    }
    setIsBusy(true)
    const body = { act: { kind, ...(withMinutes && { minutes: given }) }, studentId: student?.userId ?? null }
    const count = await send(assignmentId, body)
    setIsBusy(false)
    setIsSure(false)
    setSaid(
      count === null
        ? { text: texts.failed, isBad: true }
        : { text: fill(texts.done[Math.min(count, 2)] ?? '', { count }), isBad: false },
    )
    onDone()
  }
  const isOver = student !== null && (student.state === 'handed in' || student.state === 'time up')
  return (
    <section className="flex flex-col gap-3 border-accent border-l-4 bg-sheet p-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <h2>{student === null ? texts.all : fill(texts.one, { name: student.name })}</h2>
        {student !== null && <Button onClick={onAll}>{texts.back}</Button>}
      </div>
      {student === null && <p className="text-muted text-sm">{texts.choose}</p>}
      {isSure ? (
        <div className="flex flex-wrap items-center gap-3">
          <p role="alert">{student === null ? texts.sureAll : fill(texts.sure, { name: student.name })}</p>
          <Button look="primary" disabled={isBusy} onClick={() => void act('handed in', false)}>
            {texts.yes}
          </Button>
          <Button onClick={() => setIsSure(false)}>{texts.no}</Button>
        </div>
      ) : (
        <div className="flex flex-wrap items-center gap-3">
          <label className="flex items-center gap-2">
            {texts.minutes}
            <input
              type="number"
              min={1}
              max={1440}
              value={minutes}
              onChange={(event) => setMinutes(event.target.value)}
              className="min-h-11 w-20 rounded-sm border border-edge bg-paper px-2 font-mono"
            />
          </label>
          {!isOver && (
            <>
              <Button disabled={isBusy} onClick={() => void act('extended', true)}>
                {texts.extend}
              </Button>
              <Button disabled={isBusy} onClick={() => void act('paused', true)}>
                {texts.stop}
              </Button>
              <Button disabled={isBusy} onClick={() => void act('resumed', false)}>
                {texts.resume}
              </Button>
              <Button disabled={isBusy} onClick={() => setIsSure(true)}>
                {texts.handIn}
              </Button>
            </>
          )}
          {(isOver || student === null) && (
            <Button disabled={isBusy} onClick={() => void act('reopened', true)}>
              {texts.reopen}
            </Button>
          )}
        </div>
      )}
      <p role="status" className={said.isBad ? 'text-wrong' : 'text-correct'}>
        {said.text}
      </p>
    </section>
  )
}

/** How many students it was done for; null where it did not get through. */
async function send(assignmentId: string, body: object): Promise<number | null> {
  try {
    const response = await fetch(`/api/v1/assignments/${assignmentId}/acts`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify(body),
    })
    const { count }: { count?: number } = await response.json()
    return response.ok ? (count ?? 0) : null
  } catch {
    return null
  }
}

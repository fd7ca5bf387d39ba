import { openSealed } from '@/lib/answer-key'
import { answerFileSchema, sealedFileSchema } from '@/lib/assessment/answer-file'
import { findUserId } from '@/lib/session/session'
import { findAssignment } from '@/lib/store/teach/assignment'
import { bringAnswers } from '@/lib/store/teach/bring-answers'
import { readSent } from '../../../read-sent'
import { refusal } from '../../../refusal'

const statusOf = { 'no such assignment': 404, 'no such try': 409, 'not sealed': 400, busy: 503 } as const

/** Takes a file that a student's browser has sealed while the network was away, from who supervises. */
export async function POST(request: Request, { params }: RouteContext<'/api/v1/assignments/[assignment]/files'>) {
  const now = new Date()
  const { assignment: assignmentId } = await params
  const body = await readSent(request, largestFile)
  if (body.kind === 'refused') return body.response
  const userId = await findUserId(request.headers)
  const found = userId === undefined ? undefined : await findAssignment({ userId, assignmentId, act: 'supervise' })
  // Before anything is opened: whoever may not bring in a file learns nothing of it.
  if (userId === undefined || found === undefined || found.isArchived) return refuse('no such assignment')
  const file = open(body.value)
  if (file === null) return refuse('not sealed')
  const brought = await bringAnswers({ userId, assignmentId }, file, now)
  if (brought.kind === 'refused') return refuse(brought.error)
  return Response.json({ count: brought.count, name: brought.name }, { headers })
}

/** A paper of sixty questions has some kilobytes of answers; sealed they are a third more. */
const largestFile = 256 * 1024

const headers = { 'Cache-Control': 'private, no-store' }

function refuse(error: keyof typeof statusOf): Response {
  return refusal(error, statusOf[error])
}

function open(value: unknown) {
  const sealed = sealedFileSchema.safeParse(value)
  const text = sealed.success ? openSealed(sealed.data) : null
  if (text === null) return null
  try {
    return answerFileSchema.safeParse(JSON.parse(text)).data ?? null
  } catch {
    return null
  }
}

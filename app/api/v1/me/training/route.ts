import { headers } from 'next/headers'
import { findUserId } from '@/lib/session/session'
import { findTraining } from '@/lib/store/training/training'

/** How far the training of the reader's parameters is. */
export async function GET() {
  const userId = await findUserId(await headers())
  const training = userId === undefined ? undefined : await findTraining(userId)
  if (training === undefined) return Response.json({ error: 'no training' }, { status: 404 })
  const { state, progress } = training
  return Response.json({ state, progress }, { headers: { 'Cache-Control': 'no-store' } })
}

import { loadSay } from '@/lib/i18n/say'
import { hintFor } from '@/lib/items/hint'
import { showOptions } from '@/lib/items/shown'
import { findAskedBody } from '@/lib/store/review/asked-body'
import { presentHint } from '@/lib/words/present-hint'
import { hintRequestSchema } from '@/lib/words/review-exchange'
import { receive, refuse } from '../receive'

/** A hint about a card that is being asked. Nothing is kept: the answer says that it was helped. */
export async function POST(request: Request) {
  const received = await receive(request, hintRequestSchema)
  if (received.kind === 'refused') return received.response
  const { sent, reader } = received
  const found = await findAskedBody(reader.userId, sent)
  if (found.kind === 'refused') return refuse(found.error)
  const shown = showOptions(found.body, sent.seed)
  return Response.json(presentHint(await loadSay(sent.locale), hintFor(found.body, shown, sent.seed)))
}

import { z } from 'zod'
import { writeJson, writeZip } from '@/lib/exchange/export-file'
import { findUserId } from '@/lib/session/session'
import { exportUser } from '@/lib/store/export-user'

const formats = {
  json: { type: 'application/json; charset=utf-8', file: 'timewait.json', write: writeJson },
  csv: { type: 'application/zip', file: 'timewait-csv.zip', write: writeZip },
} as const

const formatSchema = z.enum(['json', 'csv'])

/** Everything of whoever asks, as one file: docs/export.md. */
export async function GET(request: Request): Promise<Response> {
  const format = formatSchema.safeParse(new URL(request.url).searchParams.get('format'))
  if (!format.success) return Response.json({ error: 'invalid' }, { status: 400 })
  const userId = await findUserId(request.headers)
  if (userId === undefined) return Response.json({ error: 'nobody' }, { status: 401 })
  const { type, file, write } = formats[format.data]
  const body = write(await exportUser(userId), new Date())
  return new Response(typeof body === 'string' ? body : Buffer.from(body), {
    headers: {
      'Content-Type': type,
      'Content-Disposition': `attachment; filename="${file}"`,
      'Cache-Control': 'private, no-store',
    },
  })
}

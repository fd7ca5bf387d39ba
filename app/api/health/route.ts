import { log } from '@/lib/log'
import { storeHealth } from '@/lib/store/health'
import { version } from '@/package.json'

export const dynamic = 'force-dynamic'

/** GET /api/health: 200 where the app can read and write its database, 503 where it cannot. */
export async function GET() {
  try {
    const { database, migrations } = await storeHealth()
    return Response.json({ version, database, migrations }, { status: database === 'ok' ? 200 : 503 })
  } catch (error) {
    log.error({ err: error }, 'health check failed')
    return Response.json({ version, database: 'cannot open' }, { status: 503 })
  }
}

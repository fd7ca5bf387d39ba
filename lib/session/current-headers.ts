import 'server-only'
import { cookies, headers } from 'next/headers'

/**
 * The headers of the current request with the cookies as they stand: where a server action has set some, the page that is
 * rendered with its answer is for whom they name, while headers() still has those that the browser sent.
 */
export async function currentHeaders(): Promise<Headers> {
  const current = new Headers(await headers())
  current.set('cookie', (await cookies()).toString())
  return current
}

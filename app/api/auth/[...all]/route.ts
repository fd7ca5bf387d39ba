import { auth } from '@/lib/session/auth'
import { originOf } from '@/lib/session/origin-of'

async function answer(request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  return (await auth()).handler(new Request(new URL(pathname + search, originOf(request.headers)), request))
}

export { answer as GET, answer as POST }

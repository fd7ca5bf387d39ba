import { auth } from '@/lib/session/auth'

async function answer(request: Request): Promise<Response> {
  return (await auth()).handler(request)
}

export { answer as GET, answer as POST }

import type { Instrumentation } from 'next'

/**
 * Runs once, before the first request is answered. Node alone: the proxy has no database.
 * A server that cannot be made ready ends here, with one sentence; Next alone would answer each request with the error.
 */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  try {
    const { prepareServer } = await import('./prepare-server')
    await prepareServer()
  } catch (error) {
    console.error(`\n${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return
  const { log } = await import('./lib/log')
  const digest = typeof error === 'object' && error !== null && 'digest' in error ? error.digest : undefined
  // The path without its query, and no headers: what people send stays out of the log.
  const [path] = request.path.split('?')
  log.error({ err: error, digest, method: request.method, path, route: context.routePath }, 'request failed')
}

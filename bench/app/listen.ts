import { Agent, request } from 'node:http'

/**
 * Opens a stream of server-sent events on a port of the loopback, as a page does, and tells of each event. Resolves with the
 * first one, to what ends it.
 */
export function listen(
  port: number,
  { path, cookie }: { readonly path: string; readonly cookie: string },
  tell: (data: string) => void,
): Promise<() => void> {
  return new Promise((resolve, reject) => {
    // A connection of its own, as a browser's is while it listens.
    const sent = request({ host: '127.0.0.1', port, path, agent: new Agent(), headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) return reject(new Error(`Cannot listen: ${response.statusCode}`))
      response.setEncoding('utf8')
      let unread = ''
      response.on('data', (text: string) => {
        const events = (unread + text).split('\n\n')
        unread = events.pop() ?? ''
        for (const event of events) {
          const data = event.match(/^data: (.*)$/m)?.[1]
          if (data === undefined) continue
          resolve(() => sent.destroy())
          tell(data)
        }
      })
      // It ends by being cut off.
      response.on('error', () => {})
    })
    sent.on('error', reject)
    sent.end()
  })
}

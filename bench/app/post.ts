import { Agent, request } from 'node:http'

/** A request that waits to be sent. */
export type Shot = {
  readonly path: string
  readonly cookie: string
  readonly body: string
  /** POST where nothing is said. */
  readonly method?: 'GET'
}

export type Reply = { readonly status: number; readonly text: string }

/** Sends shots to a port of the loopback over connections that stay open. Rejects where the connection breaks. */
export function createPost(port: number): (shot: Shot) => Promise<Reply> {
  // A server that can't keep up gets a queue, which counts as waiting, and not thousands of connections.
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  return ({ path, cookie, body, method = 'POST' }) =>
    new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie }
      const sent = request({ host: '127.0.0.1', port, path, method, agent, headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part) => {
          text += part
        })
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
        response.on('error', reject)
      })
      sent.on('error', reject)
      sent.end(body)
    })
}

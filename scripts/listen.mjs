import { createServer } from 'node:http'
import { networkInterfaces } from 'node:os'

/**
 * Opens a port, and says what to do where it cannot be had.
 * @param {{ port: number, host: string, handle: import('node:http').RequestListener }} options `port` 0 leaves the choice
 *   to the system
 * @returns {Promise<import('node:http').Server>}
 */
export function listen({ port, host, handle }) {
  const server = createServer(handle)
  return new Promise((resolve, reject) => {
    server.on('error', (/** @type {NodeJS.ErrnoException} */ error) => {
      const other = `Choose another: PORT=${port < 1024 ? 3000 : port + 1} npm start`
      if (error.code === 'EADDRINUSE') reject(new Error(`Cannot open port ${port}: it is in use. ${other}`))
      else if (error.code === 'EACCES') reject(new Error(`Cannot open port ${port}: it is not ours to open. ${other}`))
      else reject(new Error(`Cannot listen on ${host}:${port}: ${error.message}`))
    })
    server.listen(port, host, () => resolve(server))
  })
}

/**
 * Where a listening server is reached: from this machine, and from its network where it listens there.
 * @param {import('node:http').Server} server
 */
export function addresses(server) {
  const bound = server.address()
  if (bound === null || typeof bound === 'string')
    throw new Error('Cannot tell the address: the server is not listening')
  const { address, family, port } = bound
  if (address !== '0.0.0.0' && address !== '::') {
    return { local: `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`, network: undefined }
  }
  const outside = Object.values(networkInterfaces())
    .flat()
    .find((face) => face && !face.internal && face.family === 'IPv4')
  return { local: `http://localhost:${port}`, network: outside && `http://${outside.address}:${port}` }
}

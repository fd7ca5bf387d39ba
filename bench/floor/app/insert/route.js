import { openConnection } from '../../../../lib/store/sqlite/connection'

// The least that a server can do to keep an answer: one insert of one row, on disk before it is acknowledged, on a
// connection like Timewait's.
const opened = openConnection(process.env.FLOOR_DATABASE ?? ':memory:', 'writer').then(({ sqlite }) => {
  sqlite.exec('CREATE TABLE IF NOT EXISTS answer (id TEXT PRIMARY KEY, given TEXT NOT NULL)')
  return sqlite.prepare('INSERT INTO answer (id, given) VALUES (?, ?)')
})

/** @param {Request} request */
export async function POST(request) {
  const { id, given } = await request.json()
  const insert = await opened
  insert.run(id, JSON.stringify(given))
  return Response.json({ id })
}

import 'server-only'
import { type Flaw, verifyItem } from '../items/verify'
import { database } from './database'

/**
 * Proves every stored item that is in use against the machine and takes out of use what no longer agrees with it, with
 * the reason. Returns how many were checked and which were taken out.
 */
export async function retireUnsound(
  now: Date,
): Promise<{ readonly checked: number; readonly retired: readonly Flaw[] }> {
  const { prisma } = await database()
  const items = await prisma.item.findMany({ where: { retiredAt: null }, select: { id: true, body: true } })
  const flaws = items.flatMap(({ id, body }) => verifyItem({ id, body: parse(body) }).slice(0, 1))
  for (const { item, what } of flaws) {
    await prisma.item.update({ where: { id: item }, data: { retiredAt: now, retiredWhy: what }, select: { id: true } })
  }
  return { checked: items.length, retired: flaws }
}

/** What does not even parse is for verifyItem to say. */
function parse(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    return null
  }
}

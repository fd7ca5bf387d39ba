import { it } from 'vitest'
import { deriveBank } from './bank'
import { likeliest, mutantIds, prior, updated, type Posterior } from './diagnosis'
import { spreadsOf, expectedInformation } from './information'
import { orderStatements } from './order-statements'
import { randomFrom, type Random } from './random'
import type { Body } from './item'
import { viewsOf } from './views'

const bank = deriveBank().items.filter((i) => viewsOf(i.body).otherwise.size > 0)
const all = deriveBank().items
function draw(body: Body, holds: string | null, random: Random): number {
  const c = spreadsOf(body)
  const ch = c.groups.find((g) => holds !== null && g.ids.includes(holds))?.chances ?? c.right.chances
  let r = random()
  for (const [i, p] of ch.entries()) { r -= p; if (r < 0) return i }
  return ch.length - 1
}
function up(p: Posterior, body: Body, i: number): Posterior {
  const c = spreadsOf(body)
  const o = new Map<string, number>()
  for (const g of c.groups) for (const id of g.ids) o.set(id, Math.max(1e-9, g.chances[i]!))
  return updated(p, { right: Math.max(1e-9, c.right.chances[i]!), otherwise: o })
}
function learn(holds: string | null, n: number, seed: number, adaptive: boolean, ids: readonly string[], none: number) {
  const random = randomFrom(seed)
  let p = prior(ids, none)
  const asked = new Set<string>()
  const count = new Map<string, number>()
  const out: (string | null)[] = []
  for (let k = 0; k < n; k++) {
    let body: Body | null = null
    if (adaptive) {
      let best = -1
      let bid = ''
      for (const item of bank) {
        if (asked.has(item.id) || item.body.kind === 'statements') continue
        const v = expectedInformation(p, spreadsOf(item.body))
        if (v > best) { best = v; body = item.body; bid = item.id }
      }
      const without = new Set([...count].filter(([, c]) => c >= Number(process.env.T ?? 2)).map(([s]) => s))
      const st = orderStatements({ posterior: p, without, count: Number(process.env.C ?? 6) })
      if (st !== null && expectedInformation(p, spreadsOf(st)) > best) {
        body = st
        for (const o of st.options) count.set(o.slice(10), (count.get(o.slice(10)) ?? 0) + 1)
      } else asked.add(bid)
    } else body = all[Math.floor(random() * all.length)]!.body
    p = up(p, body!, draw(body!, holds, random))
    out.push(likeliest(p))
  }
  return out
}
it('sim', () => {
  const ids = mutantIds.filter((id) => bank.some((i) => viewsOf(i.body).otherwise.has(id)))
  const t = performance.now()
  const acc: number[] = Array(16).fill(0); const rnd: number[] = Array(60).fill(0)
  const bad: Record<string, number> = {}
  const R = Number(process.env.R ?? 3)
  for (const id of ids) for (let r = 0; r < R; r++) {
    const o = learn(id, 16, r * 1000 + ids.indexOf(id) + 1, true, ids, 0.3)
    o.forEach((x, i) => { if (x === id) acc[i]!++ })
    if (o[11] !== id) bad[`${id} -> ${o[11]}`] = (bad[`${id} -> ${o[11]}`] ?? 0) + 1
    if (process.env.RND) learn(id, 60, r * 1000 + ids.indexOf(id) + 1, false, ids, 0.3).forEach((x, i) => { if (x === id) rnd[i]!++ })
  }
  const n = ids.length * R
  console.log(ids.length, 'adaptive', acc.map((x) => (x / n).toFixed(2)).join(' '))
  console.log('random', rnd.map((x) => (x / n).toFixed(2)).join(' '))
  let none = 0; const N = Number(process.env.N ?? 40)
  for (let r = 0; r < N; r++) if (learn(null, 12, 7777 + r, true, ids, 0.3)[11] === null) none++
  console.log('none told', none / N, 'ms', performance.now() - t)
  console.log(Object.entries(bad).sort((a, b) => b[1] - a[1]).slice(0, 50).map((x) => x.join(' ')).join('\n'))
}, 900000)

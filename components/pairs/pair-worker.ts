import { writeScenario } from '@/lib/scenario/scenario-link'
import { scenarioOfRun } from '@/lib/scenario/scenario-of-run'
import { type Model, models, sizeOf, worldOf } from '@/lib/tcp/peers/models'
import { explorePairs, needsOf, type Pair, type PairTable, pairs, smallModels, verdictOf } from '@/lib/tcp/peers/pairs'
import { timelineOf } from '@/lib/tcp/peers/timeline-of'
import type { Asked, Told } from './pair-message'

/** What has been searched so far: one model first, others when somebody asks for them. */
const tables = new Map<Model, PairTable>()

function tell(told: Told): void {
  postMessage(told)
}

function tableOf(model: Model): PairTable {
  const known = tables.get(model)
  if (known !== undefined) return known
  const table = explorePairs(model, (configurations) =>
    tell({ kind: 'progress', percent: Math.floor((100 * configurations) / sizeOf[model]) }),
  )
  tables.set(model, table)
  return table
}

function tellGrid(model: Model): void {
  const table = tableOf(model)
  const perfect = tableOf('perfect')
  const moves = pairs.map(table.distance)
  const beyond = pairs.map((pair) => table.distance(pair) !== null && perfect.distance(pair) === null)
  tell({ kind: 'grid', model, configurations: table.configurations, moves, beyond })
}

function tellCell(model: Model, pair: Pair): void {
  const verdict = verdictOf(tableOf(model), pair)
  if (verdict.kind === 'reached') {
    const { start } = worldOf(model)
    const found = scenarioOfRun(start, verdict.steps)
    const scenario = found === null ? null : writeScenario(found)
    tell({ kind: 'witness', model, pair, timeline: timelineOf(start, verdict.steps), scenario })
  } else {
    const excluded = { kind: 'excluded', model, pair, by: verdict.by } as const
    tell({ ...excluded, needs: null })
    tell({ ...excluded, needs: findNeeds(pair) })
  }
}

/** The large model is searched only where no small one has the pair. */
function findNeeds(pair: Pair): readonly Model[] {
  const needs = needsOf(smallModels.map(tableOf), pair)
  return needs.length > 0 ? needs : needsOf(models.map(tableOf), pair)
}

addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  if (data.kind === 'model') tellGrid(data.model)
  else tellCell(data.model, data.pair)
})

import type { Configuration } from '../tcp/peers/configuration'
import type { Step } from '../tcp/peers/move'
import type { TimelineArrow } from '../tcp/peers/timeline'
import { rowsOf, timelineOf } from '../tcp/peers/timeline-of'
import { playScenario } from './play-scenario'
import type { Scenario, Wish } from './wish'

/**
 * The scenario that shows a run of the canon from nothing open: each step as a wish. Null where no wish says a step, or
 * where the simulator, which selects its own ISNs, comes to other states than the run.
 */
export function scenarioOfRun(start: Configuration, steps: readonly Step[]): Scenario | null {
  const { arrows } = timelineOf(start, steps)
  const rows = rowsOf(steps)
  const wishes = steps.map((step, index) => wishOf(step, rows[index] ?? 0, arrows)).filter((wish) => wish !== null)
  const scenario: Scenario = { start: 'closed', profile: 'rfc9293', wishes }
  return wishes.length === steps.length && showsTheSame(scenario, steps) ? scenario : null
}

function showsTheSame(scenario: Scenario, steps: readonly Step[]): boolean {
  const result = playScenario(scenario)
  if (result.kind === 'impossible') return false
  return result.played.steps.every(({ after }, index) => {
    const meant = steps[index]?.after
    return after.A.state === meant?.A.state && after.B.state === meant.B.state
  })
}

function wishOf({ move }: Step, row: number, arrows: readonly TimelineArrow[]): Wish | null {
  switch (move.kind) {
    case 'call': {
      const { side, call } = move
      if (call.call === 'OPEN') return { kind: 'call', side, call: `${call.mode} OPEN` }
      if (call.call === 'SEND') return { kind: 'call', side, call: 'SEND', len: call.len }
      return call.call === 'STATUS' ? null : { kind: 'call', side, call: call.call }
    }
    case 'timeout':
    case 'crash':
      return move
    case 'deliver':
    case 'lose': {
      const number = arrows.find(({ ends }) => ends?.row === row)?.number
      if (number === undefined) return null
      return move.kind === 'deliver' ? { kind: 'deliver', number, closing: false } : { kind: 'drop', number }
    }
    case 'duplicate': {
      const { from, segment } = move.segment
      const number = arrows.find(
        (arrow) =>
          arrow.from === from &&
          arrow.leaves < row &&
          (arrow.ends === null || arrow.ends.row > row) &&
          JSON.stringify(arrow.segment) === JSON.stringify(segment),
      )?.number
      return number === undefined ? null : { kind: 'duplicate', number }
    }
    case 'inject':
      return null
  }
}

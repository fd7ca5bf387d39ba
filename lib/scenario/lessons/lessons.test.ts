import { describe, expect, it } from 'vitest'
import { playScenario } from '../play-scenario'
import type { Scenario } from '../wish'
import { askStop } from './ask-stop'
import { type LessonName, lessonNames, selectLesson } from './lessons'

function playTo(scenario: Scenario, place: number) {
  const result = playScenario({ ...scenario, wishes: scenario.wishes.slice(0, place) })
  if (result.kind === 'impossible') throw new Error(`Wish ${result.place}: ${result.why}`)
  return result.played
}

function questionsOf(name: LessonName) {
  const { scenario, stops } = selectLesson(name)
  return stops.map((stop) => ({
    stop,
    ...askStop(stop, playTo(scenario, stop.before), playTo(scenario, stop.before + 1)),
  }))
}

describe('lessons', () => {
  it.each(lessonNames)('%s plays to its end and asks of its wishes in order, four options each', (name) => {
    const { scenario, stops } = selectLesson(name)
    playTo(scenario, scenario.wishes.length)
    const places = stops.map(({ before }) => before)
    expect(places).toEqual([...new Set(places)].toSorted((a, b) => a - b))
    expect(Math.max(...places)).toBeLessThan(scenario.wishes.length)
    for (const { options, key } of questionsOf(name)) {
      expect(options).toHaveLength(4)
      expect(new Set(options).size).toBe(4)
      expect(options).toContain(key)
    }
  })

  // Each as RFC 9293 has it: Figures 6, 12, 7 and 13, and 3.10.5 for ABORT.
  it.each([
    ['open', ['SYN-SENT', 'SYN,ACK', 'ESTABLISHED', 'ESTABLISHED']],
    ['close', ['FIN-WAIT-1', 'CLOSE-WAIT', 'FIN-WAIT-2', 'FIN,ACK', 'TIME-WAIT', 'CLOSED']],
    ['waits', ['CLOSE-WAIT', 'FIN-WAIT-2', 'CLOSE-WAIT', 'ACK', 'LAST-ACK', 'TIME-WAIT', 'CLOSED']],
    ['simultaneous', ['SYN-RECEIVED', 'SYN,ACK', 'ESTABLISHED', 'CLOSING', 'ACK', 'TIME-WAIT', 'TIME-WAIT']],
    ['abort', ['ACK', 'RST', 'CLOSED']],
    ['2msl', ['TIME-WAIT', 'LAST-ACK', 'FIN,ACK', 'ACK', 'CLOSED', 'CLOSED']],
  ] as const)('%s: the machine answers %j', (name, keys) => {
    expect(questionsOf(name).map(({ key }) => key)).toEqual(keys)
  })

  it('the place of an option does not give the key away', () => {
    const places = lessonNames.flatMap((name) =>
      questionsOf(name).map(({ options, key }) => [...options].indexOf(key as never)),
    )
    for (const place of [0, 1, 2, 3])
      expect(places.filter((one) => one === place).length).toBeLessThan(places.length / 2)
  })
})

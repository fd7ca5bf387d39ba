import { type Rule, rulesOf } from '../../tcp/rules'
import { phaseOf, type State, states } from '../../tcp/states'
import { believedOf } from '../beliefs'
import { withDistractors } from '../distractors'
import { randomFrom, seedOf } from '../random'
import { nameIn, optionOf } from './kind'

const moves = rulesOf('rfc9293').filter((rule) => rule.kind === 'transition')

/**
 * Four states, one of them `right`: the others are those that were passed on the way, what a misconception would answer,
 * where the same state can go on other events, what the same event does in other states, and the states of the same phase.
 */
export function stateOptions(rule: Rule, right: State, passed: readonly State[] = []): readonly string[] {
  const believed = believedOf(rule).map(({ believed }) => believed.to)
  const elsewhere = moves.filter((other) => other.from === rule.from).map(({ to }) => to)
  const sameEvent = moves.filter((other) => other.on === rule.on).map(({ to }) => to)
  const stays = [rule.from]
  return optionsOf(right, [passed, believed, [...stays, ...elsewhere], sameEvent, samePhase(right), states], rule.id)
}

/** Four states, one of them `right`, from the same phases. */
export function similarStates(right: State, seed: string): readonly string[] {
  const opposite = states.filter((state) => phaseOf[state].endsWith('close') && phaseOf[right].endsWith('close'))
  return optionsOf(right, [samePhase(right), opposite, states], seed)
}

function samePhase(state: State): readonly State[] {
  return states.filter((other) => phaseOf[other] === phaseOf[state])
}

function optionsOf(right: State, tiers: readonly (readonly State[])[], seed: string): readonly string[] {
  const named = tiers.map((tier) => tier.map(stateOption))
  return withDistractors(stateOption(right), named, randomFrom(seedOf(seed)))
}

export function stateOption(state: State): string {
  return optionOf('state', state)
}

/** The state that an option names, or null. */
export function stateIn(option: string | null): State | null {
  const name = nameIn(option, 'state')
  return states.find((state) => state === name) ?? null
}

import { readStateName } from '../../tcp/names'
import type { Rule } from '../../tcp/rules'
import type { BodyOf } from '../item'
import { judgeClaim, type Verdict } from './judge-claim'
import { type Claim, readClaims } from './read-claims'

type Prose = Pick<BodyOf<'prose'>, 'claim' | 'options' | 'key'>

/**
 * What the machine says to the claim behind a teacher's question. `unchecked`: nothing was claimed, or not in a way that is
 * understood for certain. `rules` are those by which it says so; of a claim that fails, what is so instead.
 */
export type JudgedProse =
  | { readonly kind: 'confirmed' | 'refuted'; readonly rules: readonly Rule[] }
  | { readonly kind: 'depends'; readonly on: DependsOn; readonly rules: readonly Rule[] }
  | { readonly kind: 'unchecked' }

export type DependsOn = Extract<Verdict, { kind: 'depends' }>['on']

/** Judges a claim; of several the one that stands worst decides. */
export function judgeProse({ claim }: Pick<Prose, 'claim'>): JudgedProse {
  const verdicts = readClaims(claim).map(judgeClaim)
  for (const verdict of verdicts) if (verdict.kind === 'fails') return { kind: 'refuted', rules: verdict.rules }
  for (const verdict of verdicts) {
    if (verdict.kind === 'depends') return { kind: 'depends', on: verdict.on, rules: verdict.rules }
  }
  const rules = verdicts.flatMap((verdict) => verdict.rules)
  return rules.length === 0 ? { kind: 'unchecked' } : { kind: 'confirmed', rules }
}

/**
 * What does not fit together, to be looked at once more. It decides nothing: a question may well ask for what is false.
 * `place` is that of the option, from 0.
 */
export type Remark = {
  readonly place: number
  readonly remark: 'key fails' | 'wrong holds' | 'key is another state' | 'wrong is the state'
}

/** Holds each option against the machine, where it says something about it, and against the claim, where it names a state. */
export function remarksOn({ claim, options, key }: Prose): readonly Remark[] {
  const [claimed, ...others] = readClaims(claim)
  const alone = others.length === 0 ? claimed : undefined
  return options.flatMap((option, place): Remark[] => {
    const text = option.slice('text:'.length)
    const kinds = readClaims(text).map((said) => judgeClaim(said).kind)
    const remark = option === key ? ofKey(kinds, text, alone) : ofWrong(kinds, text, alone)
    return remark === null ? [] : [{ place, remark }]
  })
}

function ofKey(kinds: readonly Verdict['kind'][], text: string, claim: Claim | undefined): Remark['remark'] | null {
  if (kinds.includes('fails')) return 'key fails'
  const named = claim === undefined ? null : stateNamed(text)
  return named !== null && claim?.denied === false && named !== claim.to && named !== claim.from
    ? 'key is another state'
    : null
}

function ofWrong(kinds: readonly Verdict['kind'][], text: string, claim: Claim | undefined): Remark['remark'] | null {
  if (kinds.length > 0 && kinds.every((kind) => kind === 'holds')) return 'wrong holds'
  return claim?.denied === false && stateNamed(text) === claim.to ? 'wrong is the state' : null
}

/** The state that a whole option names, in whatever spelling. */
function stateNamed(text: string): Claim['to'] | null {
  const read = readStateName(
    text
      .replaceAll('`', '')
      .replace(/[.。]$/, '')
      .trim(),
  )
  return read.kind === 'state' ? read.state : null
}

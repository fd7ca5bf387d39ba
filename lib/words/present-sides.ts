import type { Say } from '../i18n/say'
import { ruleOf } from '../items/explanation'
import { citeOf, possibleStates } from '../items/kinds/states-of-trace'
import { drawPair } from '../items/kinds/together'
import { segmentsOf, statesOf } from '../items/paths'
import type { Sides } from '../items/sides'
import { placesOf } from '../items/state-pairs'
import { followWay } from '../items/ways'
import { actorIn, waysOn } from '../items/ways-on'
import { broken } from '../observer/mark'
import type { Emission } from '../tcp/emissions'
import { type Rule, rulesOf } from '../tcp/rules'
import type { Run } from '../tcp/run'
import { formatSegment } from '../tcp/segment'
import { type State, slugOf, states } from '../tcp/states'
import { wordKey } from '../tcp/word-key'
import { applicationWords, emissionWords, marked, meaningWords, ruleEventWords } from './machine-words'
import { hrefOfPair, pairWords, wayWords, whyOfPair } from './pair-words'
import { presentCites } from './present-cites'
import { presentEndpoint } from './present-endpoint'
import { presentOption } from './present-option'
import { presentSequence } from './present-sequence'
import { actorWords, pileWords, wayOnWords } from './present-sockets'
import { brokenWords, impossibleOf, presentToldTrace, sightValues, traceGround } from './present-trace'
import type { PresentedBack, PresentedFront, PresentedPicture, PresentedSides } from './presented-sides'

type SidesOf<K extends Sides['kind']> = Extract<Sides, { kind: K }>

/** The two sides of a fact's card in words. */
export function presentSides(say: Say, sides: Sides): Extract<PresentedSides, { kind: 'fact' }> {
  const topic = say(`item.topics.${wordKey(sides.topic)}`)
  return { kind: 'fact', topic, front: frontOf(say, sides), back: backOf(say, sides) }
}

function frontOf(say: Say, sides: Sides): PresentedFront {
  const plain = (title: string) => ({ title, ask: say(`cards.ask.${sides.kind}`), endpoint: null })
  switch (sides.kind) {
    case 'meaning':
      return plain(marked(sides.state))
    case 'rule': {
      const values = { from: marked(sides.rule.from), event: ruleEventWords(say, sides.rule) }
      return plain(say('cards.frontOf.rule', values))
    }
    case 'numbers':
      return numbersFront(say, sides)
    case 'path':
      return plain(say(`item.paths.${sides.path.name}`))
    case 'statement':
      return plain(say(`statements.${sides.statement.id}.text`))
    case 'pair':
      return plain(say('item.stems.possible', { from: marked(sides.from), to: marked(sides.to) }))
    case 'broken':
      return plain(
        say('cards.frontOf.broken', { path: say(`item.paths.${sides.body.path}`), ...impossibleValues(sides) }),
      )
    case 'pile':
      return plain(say('cards.frontOf.pile', { state: marked(sides.pile) }))
    case 'seen':
      return plain(say('cards.frontOf.seen', sightValues(say, sides.body)))
    case 'way':
      return plain(say('item.stems.shortest-way', { from: marked(sides.from), to: marked(sides.to) }))
    case 'together':
      return plain(say('item.together.ask', { pair: pairWords(say, sides.pair) }))
  }
}

function numbersFront(say: Say, { situation, iss }: SidesOf<'numbers'>): PresentedFront {
  const ask = iss === null ? say('item.stems.numbers') : say('item.stems.numbers-iss', { iss })
  return { title: say('cards.numbersTitle'), ask, endpoint: presentEndpoint(say, situation, 'numbers') }
}

function backOf(say: Say, sides: Sides): PresentedBack {
  switch (sides.kind) {
    case 'meaning':
      return meaningBack(say, sides)
    case 'rule':
      return ruleBack(say, sides)
    case 'numbers':
      return numbersBack(say, sides)
    case 'path':
      return pathBack(say, sides)
    case 'statement':
      return statementBack(say, sides)
    case 'pair':
      return pairBack(say, sides)
    case 'broken':
      return brokenBack(say, sides)
    case 'pile':
      return pileBack(say, sides)
    case 'seen':
      return seenBack(say, sides)
    case 'way':
      return wayBack(say, sides)
    case 'together':
      return togetherBack(say, sides)
  }
}

function meaningBack(say: Say, { state }: SidesOf<'meaning'>): PresentedBack {
  return {
    answer: [meaningWords(say, state)],
    why: [say('cards.waitsFor', { what: say(`machine.states.${slugOf(state)}.short`) })],
    cites: presentCites(say, '3.3.2'),
    href: `/learn/${slugOf(state)}`,
    picture: picture([state], 'all', state),
  }
}

function ruleBack(say: Say, { rule, run }: SidesOf<'rule'>): PresentedBack {
  const { from, to, kind, emits, responses } = rule
  const answer =
    kind === 'transition'
      ? say('cards.answer.goes', { to: marked(to) })
      : say('cards.answer.stays', { kind: say(`machine.kinds.${wordKey(kind)}`), state: marked(from) })
  return {
    answer: [
      answer,
      emits.length === 0 ? say('cards.answer.silent') : say('cards.answer.sends', { sent: emissionWords(say, emits) }),
      ...responses.map((told) => toldWords(say, told)),
    ],
    why: [...whyOfArrow(say, rule), ...whyOfRun(say, run)],
    ...whereOf(say, rule),
    picture: pictureOfRule(say, rule),
  }
}

function toldWords(say: Say, { to, text }: Rule['responses'][number]): string {
  return say('item.told', { to: say(`machine.listeners.${wordKey(to)}`), text: marked(text) })
}

/** Why Figure 5 has this arrow, as Learn explains it. */
function whyOfArrow(say: Say, { from, to, figure5 }: Rule): readonly string[] {
  return figure5 ? [say(`learn.why.${slugOf(from)}-to-${slugOf(to)}`)] : []
}

/** The check of event processing that decided. */
function whyOfRun(say: Say, run: Run): readonly string[] {
  const deciding = run.moves[0]?.checks.at(-1)
  return deciding === undefined ? [] : [applicationWords(say, deciding)]
}

function whereOf(say: Say, rule: Rule): Pick<PresentedBack, 'cites' | 'href'> {
  return { cites: presentCites(say, rule.cite), href: `/learn/${slugOf(rule.from)}#${rule.id}` }
}

function numbersBack(say: Say, { rule, sent, sources }: SidesOf<'numbers'>): PresentedBack {
  return {
    answer: [marked(formatSegment(sent))],
    why: [
      say(`cards.numbers.seq.${wordKey(sources.seq)}`, { value: sent.seq }),
      say(`cards.numbers.ack.${wordKey(sources.ack)}`, { value: sent.ack ?? 0 }),
    ],
    ...whereOf(say, rule),
    picture: pictureOfRule(say, rule),
  }
}

function pathBack(say: Say, { path }: SidesOf<'path'>): PresentedBack {
  const way = (side: 'A' | 'B') => statesOf(path, side).map(marked).join(' → ')
  return {
    answer: [
      say('cards.answer.peer', { peer: 'A', states: way('A') }),
      say('cards.answer.peer', { peer: 'B', states: way('B') }),
    ],
    why: [say('cards.answer.segments', { count: segmentsOf(path).length }), say('item.grounds.order')],
    cites: presentCites(say, path.cite),
    href: null,
    picture: {
      kind: 'sequence',
      rows: presentSequence(say, path.name, null),
      label: say(`item.paths.${path.name}`),
    },
  }
}

function statementBack(say: Say, { statement, holds }: SidesOf<'statement'>): PresentedBack {
  const why = say(`statements.${statement.id}.why`)
  const named = states.filter((state) => `${say(`statements.${statement.id}.text`)} ${why}`.includes(marked(state)))
  return {
    answer: [say(`cards.answer.${holds ? 'true' : 'false'}`)],
    why: [why],
    cites: presentCites(say, statement.check.cite),
    href: null,
    picture: named.length === 0 ? null : picture(named, [], named.join(', ')),
  }
}

function pairBack(say: Say, { from, to, answer, rule }: SidesOf<'pair'>): PresentedBack {
  const via = states.find((state) => answer === `via:${state}`)
  const steps =
    via === undefined
      ? [{ from, to }]
      : [
          { from, to: via },
          { from: via, to },
        ]
  const marks = answer.startsWith('never') ? [] : steps
  const concerned = via === undefined ? [from, to] : [from, via, to]
  return {
    answer: [presentOption(say, answer)],
    why:
      rule === null
        ? [say('item.possible.whyNever', { from: marked(from), to: marked(to) })]
        : [say('cards.answer.step', { event: ruleEventWords(say, rule), to: marked(rule.to) })],
    cites: presentCites(say, rule?.cite ?? '3.3.2, Figure 5'),
    href: rule === null ? `/learn/${slugOf(from)}` : `/learn/${slugOf(rule.from)}#${rule.id}`,
    picture: picture(concerned, marks, concerned.join(marks.length === 0 ? ', ' : ' → ')),
  }
}

function impossibleValues({ body }: SidesOf<'broken'>) {
  const { number, peer, segment } = impossibleOf(body)
  return { number, peer, segment: marked(segment) }
}

function brokenBack(say: Say, { body }: SidesOf<'broken'>): PresentedBack {
  const { rule } = impossibleOf(body)
  return {
    answer: [say('cards.answer.neverSent')],
    why: [say('cards.answer.because', { why: brokenWords(say, rule) })],
    cites: presentCites(say, broken[rule]),
    href: null,
    picture: { kind: 'sequence', rows: presentToldTrace(say, body), label: say(`item.paths.${body.path}`) },
  }
}

function pileBack(say: Say, { pile }: SidesOf<'pile'>): PresentedBack {
  const ways = waysOn(pile)
  return {
    answer: [say(`item.pile.story.${pile}`), say('cards.answer.acts', { actor: actorWords(say, actorIn(pile)) })],
    why: [pileWords(say, pile), wayOnWords(say, pile)],
    cites: presentCites(say, ways[0]?.cite ?? '3.3.2'),
    href: `/learn/${slugOf(pile)}`,
    picture: picture(
      [pile, ...ways.map(({ to }) => to)],
      ways.map(({ to }) => ({ from: pile, to })),
      ways.map(({ to }) => `${marked(pile)} → ${marked(to)}`).join(', '),
    ),
  }
}

function seenBack(say: Say, { body }: SidesOf<'seen'>): PresentedBack {
  return {
    answer: [possibleStates(body).map(marked).join(say('item.trace.or'))],
    why: [traceGround(say, body)],
    cites: presentCites(say, citeOf(body)),
    href: null,
    picture: { kind: 'sequence', rows: presentToldTrace(say, body), label: say(`item.paths.${body.path}`) },
  }
}

function wayBack(say: Say, { from, to, ways }: SidesOf<'way'>): PresentedBack {
  const [way = []] = ways
  const runs = followWay(from, way)
  const passed = [from, ...runs.map(({ end }) => end.state)]
  const arrows = passed.slice(1).map((state, index) => ({ from: passed[index] ?? from, to: state }))
  return {
    answer: ways.map((one) => wayWords(say, one)),
    why: [say('item.way.why', { states: passed.map(marked).join(' → '), count: way.length })],
    cites: presentCites(say, [...new Set(runs.flatMap((run) => ruleOf(run).cite.split(', ')))].join(', ')),
    href: `/learn/${slugOf(to)}`,
    picture: picture([...new Set(passed)], arrows, passed.map(marked).join(' → ')),
  }
}

function togetherBack(say: Say, { pair, verdict }: SidesOf<'together'>): PresentedBack {
  const timeline = drawPair(pair)
  const label = say('item.together.label', { pair: pairWords(say, pair) })
  return {
    answer: [say(`item.together.${verdict.kind}`)],
    why: [whyOfPair(say, pair), say('item.together.terms')],
    cites: presentCites(say, placesOf(pair)),
    href: hrefOfPair(pair),
    picture: timeline === null ? picture([...new Set(pair)], [], label) : { kind: 'timeline', timeline, label },
  }
}

/** What Figure 5 writes of a form beside an arrow: its control bits; a form that has another name, in words. */
function besideWords(say: Say, form: Emission): string {
  return /^[A-Z,]+$/.test(form) ? marked(form) : say(`machine.emissions.${wordKey(form)}`)
}

/** Where a rule leads, with what stands beside its arrow: `event / sends`. */
function pictureOfRule(say: Say, { from, to, on, emits }: Rule): PresentedPicture {
  const beside = [
    say(`machine.events.${wordKey(on)}.label`),
    emits.map((form) => besideWords(say, form)).join(', '),
  ].filter((part) => part !== '')
  const way = from === to ? marked(from) : `${marked(from)} → ${marked(to)}`
  const label = say('cards.beside', { way, label: beside.join(' / ') })
  if (from === to) return picture([from], [], label)
  const isDrawn = rulesOf('rfc9293').some((rule) => rule.figure5 && rule.from === from && rule.to === to)
  return picture([from, to], [{ from, to }], isDrawn ? label : `${label} ${say('cards.undrawn')}`)
}

function picture(
  concerned: readonly State[],
  arrows: Extract<PresentedPicture, { kind: 'states' }>['arrows'],
  label: string,
): PresentedPicture {
  return { kind: 'states', states: concerned, arrows, label }
}

import { type Played, playScenario } from './play-scenario'
import { parseScenario } from './scenario-link'

/** The moment that a link holds: where its last wish has led. Undefined where it holds no scenario, or one that is impossible. */
export function playLink(text: string): Played | undefined {
  const scenario = parseScenario(text)
  const result = scenario === undefined ? undefined : playScenario(scenario)
  return result?.kind === 'played' ? result.played : undefined
}

import { expect, it } from 'vitest'
import { observeCapture } from '../lib/observer/observe-capture'
import { playSample } from '../lib/observer/samples'
import { observedLine } from '../lib/programs/observed-line'

it('what the page of programs shows of npm run observe is what it prints', () => {
  expect(JSON.parse(observedLine)).toEqual([...observeCapture(playSample('close'))][0])
})

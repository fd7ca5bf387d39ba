import type { Say } from '../i18n/say'
import type { Hint } from '../items/hint'
import { wordKey } from '../tcp/word-key'
import { joined, placesWords } from './machine-words'
import { presentOption } from './present-option'
import type { HintReply } from './review-exchange'

/** A hint in words, for the browser. */
export function presentHint(say: Say, { cite, help }: Hint): HintReply {
  return {
    text: helpWords(say, help),
    cite: placesWords(say, cite),
    struck: help.kind === 'struck' ? help.places : [],
  }
}

function helpWords(say: Say, help: Hint['help']): string {
  switch (help.kind) {
    case 'struck':
      return say('item.help.struck', { count: help.places.length })
    case 'count':
      return say('item.help.count', { count: help.count })
    case 'first':
      return say('item.help.first', { first: presentOption(say, help.option) })
    case 'begins':
      return say('item.help.begins', { letter: help.letter })
    case 'sources':
      return say('item.help.sources', {
        seq: say(`item.help.source.${wordKey(help.seq)}`),
        ack: say(`item.help.source.${wordKey(help.ack)}`),
      })
    case 'among':
      return say('item.help.among', {
        options: joined(
          say,
          help.options.map((option) => presentOption(say, option)),
        ),
      })
  }
}

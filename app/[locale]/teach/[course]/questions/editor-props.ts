import type { MachineFacts } from '@/components/author/machine-fields'
import { authorTexts } from '@/components/author/texts'
import { practiceTexts } from '@/components/practice/texts'
import type { Say } from '@/lib/i18n/say'
import { mostEvents } from '@/lib/items/item'
import { topics } from '@/lib/items/topics'
import { rulesWorthAsking } from '@/lib/items/worth-asking'
import { wordKey } from '@/lib/tcp/word-key'
import type { QuestionDraft } from '@/lib/teach/authored'
import { sayable } from '@/lib/teach/machine-draft'
import { ruleEventWords } from '@/lib/words/machine-words'

/** What an author begins with: the first question that everybody asks. */
export const firstDraft: QuestionDraft = {
  kind: 'machine',
  title: '',
  points: 1,
  machine: {
    about: 'situation',
    query: 'next-state',
    endpoint: {
      state: 'ESTABLISHED',
      opened: 'active',
      remote: false,
      sendsQueued: false,
      textAwaiting: false,
      dataOut: false,
    },
    events: [{ kind: 'call', call: 'CLOSE' }],
  },
}

/** What the editor has to know of the machine and of the language. */
export function editorProps(say: Say) {
  const facts: MachineFacts = {
    rules: rulesWorthAsking
      .filter((rule) => rule.kind === 'transition')
      .map((rule) => ({
        id: rule.id,
        from: rule.from,
        text: `${ruleEventWords(say, rule)} → ${rule.to}`.replaceAll('`', ''),
      })),
    sayable,
    mostEvents,
  }
  return {
    facts,
    topics: topics.map((value) => ({ value, text: say(`item.topics.${wordKey(value)}`) })),
    texts: authorTexts(say),
    practiceTexts: practiceTexts(say),
  }
}

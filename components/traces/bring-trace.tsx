import { type ChangeEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Words } from '@/components/ui/words'
import type { TracesTexts } from './texts'
import type { Asked } from './trace-message'
import { useDroppedFile } from './use-dropped-file'

type Sample = Extract<Asked, { kind: 'sample' }>['sample']

type Props = {
  readonly texts: TracesTexts
  readonly readFile: (file: File) => Promise<void>
  readonly readText: (text: string) => void
  readonly readSample: (sample: Sample) => void
}

const samples = [
  ['close', 'sampleClose'],
  ['lost', 'sampleLost'],
  ['simultaneous', 'sampleSimultaneous'],
  ['refused', 'sampleRefused'],
] as const satisfies readonly (readonly [Sample, keyof TracesTexts])[]

const pile = Array.from({ length: 40 }, (_, index) => `CLOSE-WAIT 1 0 10.0.0.2:80 10.0.0.1:${40_001 + index}`).join(
  '\n',
)

/** The three ways to bring something: a file, a text, and what the machine has made. */
export function BringTrace({ texts, readFile, readText, readSample }: Props) {
  return (
    <div className="flex flex-col gap-5">
      <div className="grid gap-5 md:grid-cols-2">
        <BringFile texts={texts} readFile={readFile} />
        <BringText texts={texts} readText={readText} />
      </div>
      <section aria-label={texts.samples} className="flex flex-col gap-2">
        <p>{texts.samples}</p>
        <div className="flex flex-wrap gap-2">
          {samples.map(([sample, key]) => (
            <Button key={sample} onClick={() => readSample(sample)}>
              {texts[key]}
            </Button>
          ))}
          <Button onClick={() => readText(pile)}>
            <span>
              <Words text={texts.samplePile} />
            </span>
          </Button>
        </div>
      </section>
    </div>
  )
}

/** The button that chooses a file, on a place that looks as if one could drop it there; it can be dropped anywhere. */
function BringFile({ texts, readFile }: Pick<Props, 'texts' | 'readFile'>) {
  const isOver = useDroppedFile(readFile)
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0]
    if (file !== undefined) void readFile(file)
    // The same file again is a change, too.
    event.target.value = ''
  }
  return (
    <div
      className={`flex flex-col items-center justify-center gap-2 rounded-md border-2 border-dashed p-4 text-center ${isOver ? 'border-accent bg-accent/10' : 'border-edge'}`}
    >
      <label className="inline-flex min-h-11 cursor-pointer items-center rounded-sm border border-accent bg-accent px-4 font-medium text-on-accent focus-within:outline-2 focus-within:outline-accent focus-within:outline-offset-2 hover:opacity-90">
        {texts.file}
        <input
          type="file"
          accept=".pcap,.pcapng,.cap,.dmp,.txt,.log,application/vnd.tcpdump.pcap,text/plain"
          onChange={choose}
          className="sr-only"
        />
      </label>
      <p>{texts.drop}</p>
      <p className="text-muted text-sm">{texts.understoodFile}</p>
    </div>
  )
}

function BringText({ texts, readText }: Pick<Props, 'texts' | 'readText'>) {
  const [text, setText] = useState('')
  const id = useId()
  return (
    <div className="flex min-w-0 flex-col gap-2">
      <label htmlFor={id} className="font-medium">
        <Words text={texts.paste} />
      </label>
      <textarea
        id={id}
        rows={5}
        value={text}
        onChange={(event) => setText(event.target.value)}
        spellCheck={false}
        autoCapitalize="off"
        aria-describedby={`${id}-understood`}
        className="w-full rounded-sm border border-edge bg-sheet p-2 font-mono text-sm"
      />
      <p id={`${id}-understood`} className="text-muted text-sm">
        <Words text={texts.understoodText} />
      </p>
      <div>
        <Button look="primary" onClick={() => readText(text)}>
          {texts.read}
        </Button>
      </div>
    </div>
  )
}

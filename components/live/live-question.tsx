import { EndpointView } from '@/components/item/endpoint-view'
import { ItemPicture } from '@/components/item/item-picture'
import { ProseView } from '@/components/item/prose-view'
import type { PracticeTexts } from '@/components/practice/texts'
import { Words } from '@/components/ui/words'
import type { PresentedItem } from '@/lib/words/presented-item'

type Props = {
  readonly item: PresentedItem
  readonly texts: PracticeTexts
  /** On a wall: larger letters, and the options, which a phone has to answer with. */
  readonly isLarge?: boolean
}

/** A question of the hall, as it is read; nothing on it can be pressed. */
export function LiveQuestionView({ item, texts, isLarge = false }: Props) {
  return (
    <div className={`flex min-w-0 flex-col gap-5 ${isLarge ? 'text-xl' : ''}`}>
      <h1 className={isLarge ? 'text-2xl sm:text-3xl' : 'text-xl'}>
        <Words text={item.stem} />
      </h1>
      {item.prose !== null && <ProseView prose={item.prose} />}
      {item.endpoint !== null && <EndpointView endpoint={item.endpoint} texts={texts} />}
      <ItemPicture item={item} texts={texts} />
      {isLarge && item.options.length > 0 && (
        <ol className="flex list-decimal flex-col gap-2 pl-8">
          {item.options.map((option, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: options stand where they stand
            <li key={index} className="[overflow-wrap:anywhere] [&_code]:whitespace-normal">
              <Words text={option} />
            </li>
          ))}
        </ol>
      )}
    </div>
  )
}

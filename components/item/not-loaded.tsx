import type { PracticeTexts } from '@/components/practice/texts'
import { Button } from '@/components/ui/button'

/** Stands where a part of a question did not come through. Loading the page again brings it; what was chosen is kept. */
export function NotLoaded({ texts }: { readonly texts: Pick<PracticeTexts, 'notLoaded' | 'loadAgain'> }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-4 border-wrong border-l-4 pl-4">
      <p>{texts.notLoaded}</p>
      <Button onClick={() => window.location.reload()}>{texts.loadAgain}</Button>
    </div>
  )
}
